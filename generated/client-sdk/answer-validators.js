// Generated from spec/ by `npm run generate`. Do not edit.

var answer0 = validate10;
var schema17 = { "type": "string", "enum": ["open", "in_progress", "resolved", "closed"] };
var formats0 = /^(?:urn:uuid:)?[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i;
var formats2 = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])[Tt ](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-]\d\d(?::?\d\d)?)$/;
var func2 = function ucs2length(str) {
  const len = str.length;
  let length = 0;
  let pos = 0;
  let value;
  while (pos < len) {
    length++;
    value = str.charCodeAt(pos++);
    if (value >= 55296 && value <= 56319 && pos < len) {
      value = str.charCodeAt(pos);
      if ((value & 64512) === 56320)
        pos++;
    }
  }
  return length;
};
var pattern0 = new RegExp("^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$", "u");
function validate13(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.caseId === void 0 && (missing0 = "caseId") || data.description === void 0 && (missing0 = "description") || data.status === void 0 && (missing0 = "status") || data.createdAt === void 0 && (missing0 = "createdAt") || data.updatedAt === void 0 && (missing0 = "updatedAt")) {
        validate13.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.caseId !== void 0) {
          let data0 = data.caseId;
          const _errs1 = errors;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) > 36) {
                  validate13.errors = [{ instancePath: instancePath + "/caseId", schemaPath: "contract#/components/schemas/CaseId/maxLength", keyword: "maxLength", params: { limit: 36 } }];
                  return false;
                } else {
                  if (!pattern0.test(data0)) {
                    validate13.errors = [{ instancePath: instancePath + "/caseId", schemaPath: "contract#/components/schemas/CaseId/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$" } }];
                    return false;
                  } else {
                    if (!formats0.test(data0)) {
                      validate13.errors = [{ instancePath: instancePath + "/caseId", schemaPath: "contract#/components/schemas/CaseId/format", keyword: "format", params: { format: "uuid" } }];
                      return false;
                    }
                  }
                }
              } else {
                validate13.errors = [{ instancePath: instancePath + "/caseId", schemaPath: "contract#/components/schemas/CaseId/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.description !== void 0) {
            let data1 = data.description;
            const _errs4 = errors;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (typeof data1 === "string") {
                if (func2(data1) > 8e3) {
                  validate13.errors = [{ instancePath: instancePath + "/description", schemaPath: "contract#/components/schemas/CaseDescription/maxLength", keyword: "maxLength", params: { limit: 8e3 } }];
                  return false;
                } else {
                  if (func2(data1) < 1) {
                    validate13.errors = [{ instancePath: instancePath + "/description", schemaPath: "contract#/components/schemas/CaseDescription/minLength", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                }
              } else {
                validate13.errors = [{ instancePath: instancePath + "/description", schemaPath: "contract#/components/schemas/CaseDescription/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.status !== void 0) {
              let data2 = data.status;
              const _errs7 = errors;
              if (typeof data2 !== "string") {
                validate13.errors = [{ instancePath: instancePath + "/status", schemaPath: "contract#/components/schemas/CaseStatus/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
              if (!(data2 === "open" || data2 === "in_progress" || data2 === "resolved" || data2 === "closed")) {
                validate13.errors = [{ instancePath: instancePath + "/status", schemaPath: "contract#/components/schemas/CaseStatus/enum", keyword: "enum", params: { allowedValues: schema17.enum } }];
                return false;
              }
              var valid0 = _errs7 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.metadata !== void 0) {
                let data3 = data.metadata;
                const _errs10 = errors;
                const _errs11 = errors;
                if (errors === _errs11) {
                  if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                    if (Object.keys(data3).length > 50) {
                      validate13.errors = [{ instancePath: instancePath + "/metadata", schemaPath: "contract#/components/schemas/CaseMetadata/maxProperties", keyword: "maxProperties", params: { limit: 50 } }];
                      return false;
                    } else {
                      for (const key0 in data3) {
                        let data4 = data3[key0];
                        const _errs14 = errors;
                        if (errors === _errs14) {
                          if (typeof data4 === "string") {
                            if (func2(data4) > 1024) {
                              validate13.errors = [{ instancePath: instancePath + "/metadata/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "contract#/components/schemas/CaseMetadata/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 1024 } }];
                              return false;
                            }
                          } else {
                            validate13.errors = [{ instancePath: instancePath + "/metadata/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "contract#/components/schemas/CaseMetadata/additionalProperties/type", keyword: "type", params: { type: "string" } }];
                            return false;
                          }
                        }
                        var valid5 = _errs14 === errors;
                        if (!valid5) {
                          break;
                        }
                      }
                    }
                  } else {
                    validate13.errors = [{ instancePath: instancePath + "/metadata", schemaPath: "contract#/components/schemas/CaseMetadata/type", keyword: "type", params: { type: "object" } }];
                    return false;
                  }
                }
                var valid0 = _errs10 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.createdAt !== void 0) {
                  let data5 = data.createdAt;
                  const _errs16 = errors;
                  if (errors === _errs16) {
                    if (errors === _errs16) {
                      if (typeof data5 === "string") {
                        if (!formats2.test(data5)) {
                          validate13.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/format", keyword: "format", params: { format: "date-time" } }];
                          return false;
                        }
                      } else {
                        validate13.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/type", keyword: "type", params: { type: "string" } }];
                        return false;
                      }
                    }
                  }
                  var valid0 = _errs16 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.updatedAt !== void 0) {
                    let data6 = data.updatedAt;
                    const _errs18 = errors;
                    if (errors === _errs18) {
                      if (errors === _errs18) {
                        if (typeof data6 === "string") {
                          if (!formats2.test(data6)) {
                            validate13.errors = [{ instancePath: instancePath + "/updatedAt", schemaPath: "#/properties/updatedAt/format", keyword: "format", params: { format: "date-time" } }];
                            return false;
                          }
                        } else {
                          validate13.errors = [{ instancePath: instancePath + "/updatedAt", schemaPath: "#/properties/updatedAt/type", keyword: "type", params: { type: "string" } }];
                          return false;
                        }
                      }
                    }
                    var valid0 = _errs18 === errors;
                  } else {
                    var valid0 = true;
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate13.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate13.errors = vErrors;
  return errors === 0;
}
function validate12(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.cases === void 0 && (missing0 = "cases")) {
        validate12.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.cases !== void 0) {
          let data0 = data.cases;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (Array.isArray(data0)) {
              if (data0.length > 100) {
                validate12.errors = [{ instancePath: instancePath + "/cases", schemaPath: "#/properties/cases/maxItems", keyword: "maxItems", params: { limit: 100 } }];
                return false;
              } else {
                var valid1 = true;
                const len0 = data0.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  const _errs3 = errors;
                  if (!validate13(data0[i0], { instancePath: instancePath + "/cases/" + i0, parentData: data0, parentDataProperty: i0, rootData })) {
                    vErrors = vErrors === null ? validate13.errors : vErrors.concat(validate13.errors);
                    errors = vErrors.length;
                  }
                  var valid1 = _errs3 === errors;
                  if (!valid1) {
                    break;
                  }
                }
              }
            } else {
              validate12.errors = [{ instancePath: instancePath + "/cases", schemaPath: "#/properties/cases/type", keyword: "type", params: { type: "array" } }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.nextCursor !== void 0) {
            let data2 = data.nextCursor;
            const _errs4 = errors;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (typeof data2 === "string") {
                if (func2(data2) > 400) {
                  validate12.errors = [{ instancePath: instancePath + "/nextCursor", schemaPath: "contract#/components/schemas/NextCursor/maxLength", keyword: "maxLength", params: { limit: 400 } }];
                  return false;
                } else {
                  if (func2(data2) < 1) {
                    validate12.errors = [{ instancePath: instancePath + "/nextCursor", schemaPath: "contract#/components/schemas/NextCursor/minLength", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                }
              } else {
                validate12.errors = [{ instancePath: instancePath + "/nextCursor", schemaPath: "contract#/components/schemas/NextCursor/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate12.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate12.errors = vErrors;
  return errors === 0;
}
function validate10(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!validate12(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate12.errors : vErrors.concat(validate12.errors);
    errors = vErrors.length;
  }
  validate10.errors = vErrors;
  return errors === 0;
}
var answer1 = validate16;
function validate17(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.caseId === void 0 && (missing0 = "caseId") || data.description === void 0 && (missing0 = "description") || data.status === void 0 && (missing0 = "status") || data.createdAt === void 0 && (missing0 = "createdAt") || data.updatedAt === void 0 && (missing0 = "updatedAt")) {
        validate17.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.caseId !== void 0) {
          let data0 = data.caseId;
          const _errs1 = errors;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) > 36) {
                  validate17.errors = [{ instancePath: instancePath + "/caseId", schemaPath: "contract#/components/schemas/CaseId/maxLength", keyword: "maxLength", params: { limit: 36 } }];
                  return false;
                } else {
                  if (!pattern0.test(data0)) {
                    validate17.errors = [{ instancePath: instancePath + "/caseId", schemaPath: "contract#/components/schemas/CaseId/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$" } }];
                    return false;
                  } else {
                    if (!formats0.test(data0)) {
                      validate17.errors = [{ instancePath: instancePath + "/caseId", schemaPath: "contract#/components/schemas/CaseId/format", keyword: "format", params: { format: "uuid" } }];
                      return false;
                    }
                  }
                }
              } else {
                validate17.errors = [{ instancePath: instancePath + "/caseId", schemaPath: "contract#/components/schemas/CaseId/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.description !== void 0) {
            let data1 = data.description;
            const _errs4 = errors;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (typeof data1 === "string") {
                if (func2(data1) > 8e3) {
                  validate17.errors = [{ instancePath: instancePath + "/description", schemaPath: "contract#/components/schemas/CaseDescription/maxLength", keyword: "maxLength", params: { limit: 8e3 } }];
                  return false;
                } else {
                  if (func2(data1) < 1) {
                    validate17.errors = [{ instancePath: instancePath + "/description", schemaPath: "contract#/components/schemas/CaseDescription/minLength", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                }
              } else {
                validate17.errors = [{ instancePath: instancePath + "/description", schemaPath: "contract#/components/schemas/CaseDescription/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.status !== void 0) {
              let data2 = data.status;
              const _errs7 = errors;
              if (typeof data2 !== "string") {
                validate17.errors = [{ instancePath: instancePath + "/status", schemaPath: "contract#/components/schemas/CaseStatus/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
              if (!(data2 === "open" || data2 === "in_progress" || data2 === "resolved" || data2 === "closed")) {
                validate17.errors = [{ instancePath: instancePath + "/status", schemaPath: "contract#/components/schemas/CaseStatus/enum", keyword: "enum", params: { allowedValues: schema17.enum } }];
                return false;
              }
              var valid0 = _errs7 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.metadata !== void 0) {
                let data3 = data.metadata;
                const _errs10 = errors;
                const _errs11 = errors;
                if (errors === _errs11) {
                  if (data3 && typeof data3 == "object" && !Array.isArray(data3)) {
                    if (Object.keys(data3).length > 50) {
                      validate17.errors = [{ instancePath: instancePath + "/metadata", schemaPath: "contract#/components/schemas/CaseMetadata/maxProperties", keyword: "maxProperties", params: { limit: 50 } }];
                      return false;
                    } else {
                      for (const key0 in data3) {
                        let data4 = data3[key0];
                        const _errs14 = errors;
                        if (errors === _errs14) {
                          if (typeof data4 === "string") {
                            if (func2(data4) > 1024) {
                              validate17.errors = [{ instancePath: instancePath + "/metadata/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "contract#/components/schemas/CaseMetadata/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 1024 } }];
                              return false;
                            }
                          } else {
                            validate17.errors = [{ instancePath: instancePath + "/metadata/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "contract#/components/schemas/CaseMetadata/additionalProperties/type", keyword: "type", params: { type: "string" } }];
                            return false;
                          }
                        }
                        var valid5 = _errs14 === errors;
                        if (!valid5) {
                          break;
                        }
                      }
                    }
                  } else {
                    validate17.errors = [{ instancePath: instancePath + "/metadata", schemaPath: "contract#/components/schemas/CaseMetadata/type", keyword: "type", params: { type: "object" } }];
                    return false;
                  }
                }
                var valid0 = _errs10 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.createdAt !== void 0) {
                  let data5 = data.createdAt;
                  const _errs16 = errors;
                  if (errors === _errs16) {
                    if (errors === _errs16) {
                      if (typeof data5 === "string") {
                        if (!formats2.test(data5)) {
                          validate17.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/format", keyword: "format", params: { format: "date-time" } }];
                          return false;
                        }
                      } else {
                        validate17.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/type", keyword: "type", params: { type: "string" } }];
                        return false;
                      }
                    }
                  }
                  var valid0 = _errs16 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.updatedAt !== void 0) {
                    let data6 = data.updatedAt;
                    const _errs18 = errors;
                    if (errors === _errs18) {
                      if (errors === _errs18) {
                        if (typeof data6 === "string") {
                          if (!formats2.test(data6)) {
                            validate17.errors = [{ instancePath: instancePath + "/updatedAt", schemaPath: "#/properties/updatedAt/format", keyword: "format", params: { format: "date-time" } }];
                            return false;
                          }
                        } else {
                          validate17.errors = [{ instancePath: instancePath + "/updatedAt", schemaPath: "#/properties/updatedAt/type", keyword: "type", params: { type: "string" } }];
                          return false;
                        }
                      }
                    }
                    var valid0 = _errs18 === errors;
                  } else {
                    var valid0 = true;
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate17.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate17.errors = vErrors;
  return errors === 0;
}
function validate16(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!validate17(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate17.errors : vErrors.concat(validate17.errors);
    errors = vErrors.length;
  }
  validate16.errors = vErrors;
  return errors === 0;
}
var answer2 = validate19;
var schema28 = { "type": "string", "enum": ["PUT"] };
var formats12 = /^(?=[a-z][a-z0-9+\-.]*:[^"?#][^"]*$)(?:[a-z][a-z0-9+\-.]*:)?(?:\/?\/(?:(?:[a-z0-9\-._~!$&'()*+,;=:]|%[0-9a-f]{2})*@)?(?:\[(?:(?:(?:(?:[0-9a-f]{1,4}:){6}|::(?:[0-9a-f]{1,4}:){5}|(?:[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){4}|(?:(?:[0-9a-f]{1,4}:){0,1}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){3}|(?:(?:[0-9a-f]{1,4}:){0,2}[0-9a-f]{1,4})?::(?:[0-9a-f]{1,4}:){2}|(?:(?:[0-9a-f]{1,4}:){0,3}[0-9a-f]{1,4})?::[0-9a-f]{1,4}:|(?:(?:[0-9a-f]{1,4}:){0,4}[0-9a-f]{1,4})?::)(?:[0-9a-f]{1,4}:[0-9a-f]{1,4}|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?))|(?:(?:[0-9a-f]{1,4}:){0,5}[0-9a-f]{1,4})?::[0-9a-f]{1,4}|(?:(?:[0-9a-f]{1,4}:){0,6}[0-9a-f]{1,4})?::)|[Vv][0-9a-f]+\.[a-z0-9\-._~!$&'()*+,;=:]+)\]|(?:(?:25[0-5]|2[0-4]\d|[01]?\d\d?)\.){3}(?:25[0-5]|2[0-4]\d|[01]?\d\d?)|(?:[a-z0-9\-._~!$&'"()*+,;=]|%[0-9a-f]{2})*)(?::\d*)?(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*|\/(?:(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?|(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})+(?:\/(?:[a-z0-9\-._~!$&'"()*+,;=:@]|%[0-9a-f]{2})*)*)?(?:\?(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?(?:#(?:[a-z0-9\-._~!$&'"()*+,;=:@/?]|%[0-9a-f]{2})*)?$/i;
function validate20(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.uploadUrl === void 0 && (missing0 = "uploadUrl") || data.method === void 0 && (missing0 = "method") || data.headers === void 0 && (missing0 = "headers") || data.key === void 0 && (missing0 = "key") || data.expiresAt === void 0 && (missing0 = "expiresAt")) {
        validate20.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.uploadUrl !== void 0) {
          let data0 = data.uploadUrl;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (errors === _errs1) {
              if (typeof data0 === "string") {
                if (func2(data0) > 8192) {
                  validate20.errors = [{ instancePath: instancePath + "/uploadUrl", schemaPath: "#/properties/uploadUrl/maxLength", keyword: "maxLength", params: { limit: 8192 } }];
                  return false;
                } else {
                  if (!formats12.test(data0)) {
                    validate20.errors = [{ instancePath: instancePath + "/uploadUrl", schemaPath: "#/properties/uploadUrl/format", keyword: "format", params: { format: "uri" } }];
                    return false;
                  }
                }
              } else {
                validate20.errors = [{ instancePath: instancePath + "/uploadUrl", schemaPath: "#/properties/uploadUrl/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.method !== void 0) {
            let data1 = data.method;
            const _errs3 = errors;
            if (typeof data1 !== "string") {
              validate20.errors = [{ instancePath: instancePath + "/method", schemaPath: "contract#/components/schemas/UploadMethod/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
            if (!(data1 === "PUT")) {
              validate20.errors = [{ instancePath: instancePath + "/method", schemaPath: "contract#/components/schemas/UploadMethod/enum", keyword: "enum", params: { allowedValues: schema28.enum } }];
              return false;
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.headers !== void 0) {
              let data2 = data.headers;
              const _errs6 = errors;
              if (errors === _errs6) {
                if (data2 && typeof data2 == "object" && !Array.isArray(data2)) {
                  if (Object.keys(data2).length > 10) {
                    validate20.errors = [{ instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/maxProperties", keyword: "maxProperties", params: { limit: 10 } }];
                    return false;
                  } else {
                    for (const key0 in data2) {
                      let data3 = data2[key0];
                      const _errs9 = errors;
                      if (errors === _errs9) {
                        if (typeof data3 === "string") {
                          if (func2(data3) > 1024) {
                            validate20.errors = [{ instancePath: instancePath + "/headers/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/maxLength", keyword: "maxLength", params: { limit: 1024 } }];
                            return false;
                          }
                        } else {
                          validate20.errors = [{ instancePath: instancePath + "/headers/" + key0.replace(/~/g, "~0").replace(/\//g, "~1"), schemaPath: "#/properties/headers/additionalProperties/type", keyword: "type", params: { type: "string" } }];
                          return false;
                        }
                      }
                      var valid2 = _errs9 === errors;
                      if (!valid2) {
                        break;
                      }
                    }
                  }
                } else {
                  validate20.errors = [{ instancePath: instancePath + "/headers", schemaPath: "#/properties/headers/type", keyword: "type", params: { type: "object" } }];
                  return false;
                }
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.key !== void 0) {
                let data4 = data.key;
                const _errs11 = errors;
                if (errors === _errs11) {
                  if (typeof data4 === "string") {
                    if (func2(data4) > 1024) {
                      validate20.errors = [{ instancePath: instancePath + "/key", schemaPath: "#/properties/key/maxLength", keyword: "maxLength", params: { limit: 1024 } }];
                      return false;
                    }
                  } else {
                    validate20.errors = [{ instancePath: instancePath + "/key", schemaPath: "#/properties/key/type", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
                var valid0 = _errs11 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.expiresAt !== void 0) {
                  let data5 = data.expiresAt;
                  const _errs13 = errors;
                  if (errors === _errs13) {
                    if (errors === _errs13) {
                      if (typeof data5 === "string") {
                        if (!formats2.test(data5)) {
                          validate20.errors = [{ instancePath: instancePath + "/expiresAt", schemaPath: "#/properties/expiresAt/format", keyword: "format", params: { format: "date-time" } }];
                          return false;
                        }
                      } else {
                        validate20.errors = [{ instancePath: instancePath + "/expiresAt", schemaPath: "#/properties/expiresAt/type", keyword: "type", params: { type: "string" } }];
                        return false;
                      }
                    }
                  }
                  var valid0 = _errs13 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate20.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate20.errors = vErrors;
  return errors === 0;
}
function validate19(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!validate20(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate20.errors : vErrors.concat(validate20.errors);
    errors = vErrors.length;
  }
  validate19.errors = vErrors;
  return errors === 0;
}
var answer3 = validate22;
function validate23(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.files === void 0 && (missing0 = "files")) {
        validate23.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.files !== void 0) {
          let data0 = data.files;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (Array.isArray(data0)) {
              if (data0.length > 25) {
                validate23.errors = [{ instancePath: instancePath + "/files", schemaPath: "#/properties/files/maxItems", keyword: "maxItems", params: { limit: 25 } }];
                return false;
              } else {
                var valid1 = true;
                const len0 = data0.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  let data1 = data0[i0];
                  const _errs3 = errors;
                  const _errs4 = errors;
                  if (errors === _errs4) {
                    if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
                      let missing1;
                      if (data1.key === void 0 && (missing1 = "key") || data1.fileName === void 0 && (missing1 = "fileName") || data1.size === void 0 && (missing1 = "size") || data1.contentType === void 0 && (missing1 = "contentType") || data1.lastModified === void 0 && (missing1 = "lastModified") || data1.downloadUrl === void 0 && (missing1 = "downloadUrl")) {
                        validate23.errors = [{ instancePath: instancePath + "/files/" + i0, schemaPath: "contract#/components/schemas/CaseFile/required", keyword: "required", params: { missingProperty: missing1 } }];
                        return false;
                      } else {
                        if (data1.key !== void 0) {
                          let data2 = data1.key;
                          const _errs6 = errors;
                          if (errors === _errs6) {
                            if (typeof data2 === "string") {
                              if (func2(data2) > 1024) {
                                validate23.errors = [{ instancePath: instancePath + "/files/" + i0 + "/key", schemaPath: "contract#/components/schemas/CaseFile/properties/key/maxLength", keyword: "maxLength", params: { limit: 1024 } }];
                                return false;
                              }
                            } else {
                              validate23.errors = [{ instancePath: instancePath + "/files/" + i0 + "/key", schemaPath: "contract#/components/schemas/CaseFile/properties/key/type", keyword: "type", params: { type: "string" } }];
                              return false;
                            }
                          }
                          var valid3 = _errs6 === errors;
                        } else {
                          var valid3 = true;
                        }
                        if (valid3) {
                          if (data1.fileName !== void 0) {
                            let data3 = data1.fileName;
                            const _errs8 = errors;
                            if (errors === _errs8) {
                              if (typeof data3 === "string") {
                                if (func2(data3) > 255) {
                                  validate23.errors = [{ instancePath: instancePath + "/files/" + i0 + "/fileName", schemaPath: "contract#/components/schemas/CaseFile/properties/fileName/maxLength", keyword: "maxLength", params: { limit: 255 } }];
                                  return false;
                                }
                              } else {
                                validate23.errors = [{ instancePath: instancePath + "/files/" + i0 + "/fileName", schemaPath: "contract#/components/schemas/CaseFile/properties/fileName/type", keyword: "type", params: { type: "string" } }];
                                return false;
                              }
                            }
                            var valid3 = _errs8 === errors;
                          } else {
                            var valid3 = true;
                          }
                          if (valid3) {
                            if (data1.size !== void 0) {
                              let data4 = data1.size;
                              const _errs10 = errors;
                              if (!(typeof data4 == "number" && (!(data4 % 1) && !isNaN(data4)) && isFinite(data4))) {
                                validate23.errors = [{ instancePath: instancePath + "/files/" + i0 + "/size", schemaPath: "contract#/components/schemas/CaseFile/properties/size/type", keyword: "type", params: { type: "integer" } }];
                                return false;
                              }
                              if (errors === _errs10) {
                                if (typeof data4 == "number" && isFinite(data4)) {
                                  if (data4 > 104857600 || isNaN(data4)) {
                                    validate23.errors = [{ instancePath: instancePath + "/files/" + i0 + "/size", schemaPath: "contract#/components/schemas/CaseFile/properties/size/maximum", keyword: "maximum", params: { comparison: "<=", limit: 104857600 } }];
                                    return false;
                                  } else {
                                    if (data4 < 0 || isNaN(data4)) {
                                      validate23.errors = [{ instancePath: instancePath + "/files/" + i0 + "/size", schemaPath: "contract#/components/schemas/CaseFile/properties/size/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                                      return false;
                                    }
                                  }
                                }
                              }
                              var valid3 = _errs10 === errors;
                            } else {
                              var valid3 = true;
                            }
                            if (valid3) {
                              if (data1.contentType !== void 0) {
                                let data5 = data1.contentType;
                                const _errs12 = errors;
                                if (errors === _errs12) {
                                  if (typeof data5 === "string") {
                                    if (func2(data5) > 255) {
                                      validate23.errors = [{ instancePath: instancePath + "/files/" + i0 + "/contentType", schemaPath: "contract#/components/schemas/CaseFile/properties/contentType/maxLength", keyword: "maxLength", params: { limit: 255 } }];
                                      return false;
                                    }
                                  } else {
                                    validate23.errors = [{ instancePath: instancePath + "/files/" + i0 + "/contentType", schemaPath: "contract#/components/schemas/CaseFile/properties/contentType/type", keyword: "type", params: { type: "string" } }];
                                    return false;
                                  }
                                }
                                var valid3 = _errs12 === errors;
                              } else {
                                var valid3 = true;
                              }
                              if (valid3) {
                                if (data1.lastModified !== void 0) {
                                  let data6 = data1.lastModified;
                                  const _errs14 = errors;
                                  if (errors === _errs14) {
                                    if (errors === _errs14) {
                                      if (typeof data6 === "string") {
                                        if (!formats2.test(data6)) {
                                          validate23.errors = [{ instancePath: instancePath + "/files/" + i0 + "/lastModified", schemaPath: "contract#/components/schemas/CaseFile/properties/lastModified/format", keyword: "format", params: { format: "date-time" } }];
                                          return false;
                                        }
                                      } else {
                                        validate23.errors = [{ instancePath: instancePath + "/files/" + i0 + "/lastModified", schemaPath: "contract#/components/schemas/CaseFile/properties/lastModified/type", keyword: "type", params: { type: "string" } }];
                                        return false;
                                      }
                                    }
                                  }
                                  var valid3 = _errs14 === errors;
                                } else {
                                  var valid3 = true;
                                }
                                if (valid3) {
                                  if (data1.downloadUrl !== void 0) {
                                    let data7 = data1.downloadUrl;
                                    const _errs16 = errors;
                                    if (errors === _errs16) {
                                      if (errors === _errs16) {
                                        if (typeof data7 === "string") {
                                          if (func2(data7) > 8192) {
                                            validate23.errors = [{ instancePath: instancePath + "/files/" + i0 + "/downloadUrl", schemaPath: "contract#/components/schemas/CaseFile/properties/downloadUrl/maxLength", keyword: "maxLength", params: { limit: 8192 } }];
                                            return false;
                                          } else {
                                            if (!formats12.test(data7)) {
                                              validate23.errors = [{ instancePath: instancePath + "/files/" + i0 + "/downloadUrl", schemaPath: "contract#/components/schemas/CaseFile/properties/downloadUrl/format", keyword: "format", params: { format: "uri" } }];
                                              return false;
                                            }
                                          }
                                        } else {
                                          validate23.errors = [{ instancePath: instancePath + "/files/" + i0 + "/downloadUrl", schemaPath: "contract#/components/schemas/CaseFile/properties/downloadUrl/type", keyword: "type", params: { type: "string" } }];
                                          return false;
                                        }
                                      }
                                    }
                                    var valid3 = _errs16 === errors;
                                  } else {
                                    var valid3 = true;
                                  }
                                }
                              }
                            }
                          }
                        }
                      }
                    } else {
                      validate23.errors = [{ instancePath: instancePath + "/files/" + i0, schemaPath: "contract#/components/schemas/CaseFile/type", keyword: "type", params: { type: "object" } }];
                      return false;
                    }
                  }
                  var valid1 = _errs3 === errors;
                  if (!valid1) {
                    break;
                  }
                }
              }
            } else {
              validate23.errors = [{ instancePath: instancePath + "/files", schemaPath: "#/properties/files/type", keyword: "type", params: { type: "array" } }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.nextCursor !== void 0) {
            let data8 = data.nextCursor;
            const _errs18 = errors;
            const _errs19 = errors;
            if (errors === _errs19) {
              if (typeof data8 === "string") {
                if (func2(data8) > 400) {
                  validate23.errors = [{ instancePath: instancePath + "/nextCursor", schemaPath: "contract#/components/schemas/NextCursor/maxLength", keyword: "maxLength", params: { limit: 400 } }];
                  return false;
                } else {
                  if (func2(data8) < 1) {
                    validate23.errors = [{ instancePath: instancePath + "/nextCursor", schemaPath: "contract#/components/schemas/NextCursor/minLength", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                }
              } else {
                validate23.errors = [{ instancePath: instancePath + "/nextCursor", schemaPath: "contract#/components/schemas/NextCursor/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs18 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate23.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate23.errors = vErrors;
  return errors === 0;
}
function validate22(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!validate23(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate23.errors : vErrors.concat(validate23.errors);
    errors = vErrors.length;
  }
  validate22.errors = vErrors;
  return errors === 0;
}
var answer4 = validate25;
var schema43 = { "type": "string", "enum": ["scheduled", "ongoing", "completed", "cancelled"] };
var formats22 = /^(?:\d{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\d|30)|02-(?:0[1-9]|1\d|2[0-8]))|(?:\d\d(?:0[48]|[2468][048]|[13579][26])|(?:[02468][048]|[13579][26])00)-02-29)$/;
var pattern3 = new RegExp("^[0-9]{4}-[0-9]{2}-[0-9]{2}$", "u");
function validate27(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.eventId === void 0 && (missing0 = "eventId") || data.title === void 0 && (missing0 = "title") || data.description === void 0 && (missing0 = "description") || data.date === void 0 && (missing0 = "date") || data.location === void 0 && (missing0 = "location") || data.capacity === void 0 && (missing0 = "capacity") || data.organizer === void 0 && (missing0 = "organizer") || data.status === void 0 && (missing0 = "status") || data.createdAt === void 0 && (missing0 = "createdAt") || data.updatedAt === void 0 && (missing0 = "updatedAt")) {
        validate27.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.eventId !== void 0) {
          let data0 = data.eventId;
          const _errs1 = errors;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) > 36) {
                  validate27.errors = [{ instancePath: instancePath + "/eventId", schemaPath: "contract#/components/schemas/EventId/maxLength", keyword: "maxLength", params: { limit: 36 } }];
                  return false;
                } else {
                  if (!pattern0.test(data0)) {
                    validate27.errors = [{ instancePath: instancePath + "/eventId", schemaPath: "contract#/components/schemas/EventId/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$" } }];
                    return false;
                  } else {
                    if (!formats0.test(data0)) {
                      validate27.errors = [{ instancePath: instancePath + "/eventId", schemaPath: "contract#/components/schemas/EventId/format", keyword: "format", params: { format: "uuid" } }];
                      return false;
                    }
                  }
                }
              } else {
                validate27.errors = [{ instancePath: instancePath + "/eventId", schemaPath: "contract#/components/schemas/EventId/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.title !== void 0) {
            let data1 = data.title;
            const _errs4 = errors;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (typeof data1 === "string") {
                if (func2(data1) > 200) {
                  validate27.errors = [{ instancePath: instancePath + "/title", schemaPath: "contract#/components/schemas/EventTitle/maxLength", keyword: "maxLength", params: { limit: 200 } }];
                  return false;
                } else {
                  if (func2(data1) < 1) {
                    validate27.errors = [{ instancePath: instancePath + "/title", schemaPath: "contract#/components/schemas/EventTitle/minLength", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                }
              } else {
                validate27.errors = [{ instancePath: instancePath + "/title", schemaPath: "contract#/components/schemas/EventTitle/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.description !== void 0) {
              let data2 = data.description;
              const _errs7 = errors;
              const _errs8 = errors;
              if (errors === _errs8) {
                if (typeof data2 === "string") {
                  if (func2(data2) > 8e3) {
                    validate27.errors = [{ instancePath: instancePath + "/description", schemaPath: "contract#/components/schemas/EventDescription/maxLength", keyword: "maxLength", params: { limit: 8e3 } }];
                    return false;
                  } else {
                    if (func2(data2) < 1) {
                      validate27.errors = [{ instancePath: instancePath + "/description", schemaPath: "contract#/components/schemas/EventDescription/minLength", keyword: "minLength", params: { limit: 1 } }];
                      return false;
                    }
                  }
                } else {
                  validate27.errors = [{ instancePath: instancePath + "/description", schemaPath: "contract#/components/schemas/EventDescription/type", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              var valid0 = _errs7 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.date !== void 0) {
                let data3 = data.date;
                const _errs10 = errors;
                const _errs11 = errors;
                if (errors === _errs11) {
                  if (errors === _errs11) {
                    if (typeof data3 === "string") {
                      if (func2(data3) > 10) {
                        validate27.errors = [{ instancePath: instancePath + "/date", schemaPath: "contract#/components/schemas/EventDate/maxLength", keyword: "maxLength", params: { limit: 10 } }];
                        return false;
                      } else {
                        if (!pattern3.test(data3)) {
                          validate27.errors = [{ instancePath: instancePath + "/date", schemaPath: "contract#/components/schemas/EventDate/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" } }];
                          return false;
                        } else {
                          if (!formats22.test(data3)) {
                            validate27.errors = [{ instancePath: instancePath + "/date", schemaPath: "contract#/components/schemas/EventDate/format", keyword: "format", params: { format: "date" } }];
                            return false;
                          }
                        }
                      }
                    } else {
                      validate27.errors = [{ instancePath: instancePath + "/date", schemaPath: "contract#/components/schemas/EventDate/type", keyword: "type", params: { type: "string" } }];
                      return false;
                    }
                  }
                }
                var valid0 = _errs10 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.location !== void 0) {
                  let data4 = data.location;
                  const _errs13 = errors;
                  const _errs14 = errors;
                  if (errors === _errs14) {
                    if (typeof data4 === "string") {
                      if (func2(data4) > 300) {
                        validate27.errors = [{ instancePath: instancePath + "/location", schemaPath: "contract#/components/schemas/EventLocation/maxLength", keyword: "maxLength", params: { limit: 300 } }];
                        return false;
                      } else {
                        if (func2(data4) < 1) {
                          validate27.errors = [{ instancePath: instancePath + "/location", schemaPath: "contract#/components/schemas/EventLocation/minLength", keyword: "minLength", params: { limit: 1 } }];
                          return false;
                        }
                      }
                    } else {
                      validate27.errors = [{ instancePath: instancePath + "/location", schemaPath: "contract#/components/schemas/EventLocation/type", keyword: "type", params: { type: "string" } }];
                      return false;
                    }
                  }
                  var valid0 = _errs13 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.capacity !== void 0) {
                    let data5 = data.capacity;
                    const _errs16 = errors;
                    const _errs17 = errors;
                    if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                      validate27.errors = [{ instancePath: instancePath + "/capacity", schemaPath: "contract#/components/schemas/EventCapacity/type", keyword: "type", params: { type: "integer" } }];
                      return false;
                    }
                    if (errors === _errs17) {
                      if (typeof data5 == "number" && isFinite(data5)) {
                        if (data5 > 1e6 || isNaN(data5)) {
                          validate27.errors = [{ instancePath: instancePath + "/capacity", schemaPath: "contract#/components/schemas/EventCapacity/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 } }];
                          return false;
                        } else {
                          if (data5 < 1 || isNaN(data5)) {
                            validate27.errors = [{ instancePath: instancePath + "/capacity", schemaPath: "contract#/components/schemas/EventCapacity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                            return false;
                          }
                        }
                      }
                    }
                    var valid0 = _errs16 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.organizer !== void 0) {
                      let data6 = data.organizer;
                      const _errs19 = errors;
                      const _errs20 = errors;
                      if (errors === _errs20) {
                        if (typeof data6 === "string") {
                          if (func2(data6) > 200) {
                            validate27.errors = [{ instancePath: instancePath + "/organizer", schemaPath: "contract#/components/schemas/EventOrganizer/maxLength", keyword: "maxLength", params: { limit: 200 } }];
                            return false;
                          } else {
                            if (func2(data6) < 1) {
                              validate27.errors = [{ instancePath: instancePath + "/organizer", schemaPath: "contract#/components/schemas/EventOrganizer/minLength", keyword: "minLength", params: { limit: 1 } }];
                              return false;
                            }
                          }
                        } else {
                          validate27.errors = [{ instancePath: instancePath + "/organizer", schemaPath: "contract#/components/schemas/EventOrganizer/type", keyword: "type", params: { type: "string" } }];
                          return false;
                        }
                      }
                      var valid0 = _errs19 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.status !== void 0) {
                        let data7 = data.status;
                        const _errs22 = errors;
                        if (typeof data7 !== "string") {
                          validate27.errors = [{ instancePath: instancePath + "/status", schemaPath: "contract#/components/schemas/EventStatus/type", keyword: "type", params: { type: "string" } }];
                          return false;
                        }
                        if (!(data7 === "scheduled" || data7 === "ongoing" || data7 === "completed" || data7 === "cancelled")) {
                          validate27.errors = [{ instancePath: instancePath + "/status", schemaPath: "contract#/components/schemas/EventStatus/enum", keyword: "enum", params: { allowedValues: schema43.enum } }];
                          return false;
                        }
                        var valid0 = _errs22 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.createdAt !== void 0) {
                          let data8 = data.createdAt;
                          const _errs25 = errors;
                          if (errors === _errs25) {
                            if (errors === _errs25) {
                              if (typeof data8 === "string") {
                                if (!formats2.test(data8)) {
                                  validate27.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/format", keyword: "format", params: { format: "date-time" } }];
                                  return false;
                                }
                              } else {
                                validate27.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/type", keyword: "type", params: { type: "string" } }];
                                return false;
                              }
                            }
                          }
                          var valid0 = _errs25 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.updatedAt !== void 0) {
                            let data9 = data.updatedAt;
                            const _errs27 = errors;
                            if (errors === _errs27) {
                              if (errors === _errs27) {
                                if (typeof data9 === "string") {
                                  if (!formats2.test(data9)) {
                                    validate27.errors = [{ instancePath: instancePath + "/updatedAt", schemaPath: "#/properties/updatedAt/format", keyword: "format", params: { format: "date-time" } }];
                                    return false;
                                  }
                                } else {
                                  validate27.errors = [{ instancePath: instancePath + "/updatedAt", schemaPath: "#/properties/updatedAt/type", keyword: "type", params: { type: "string" } }];
                                  return false;
                                }
                              }
                            }
                            var valid0 = _errs27 === errors;
                          } else {
                            var valid0 = true;
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate27.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate27.errors = vErrors;
  return errors === 0;
}
function validate26(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.events === void 0 && (missing0 = "events")) {
        validate26.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.events !== void 0) {
          let data0 = data.events;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (Array.isArray(data0)) {
              if (data0.length > 100) {
                validate26.errors = [{ instancePath: instancePath + "/events", schemaPath: "#/properties/events/maxItems", keyword: "maxItems", params: { limit: 100 } }];
                return false;
              } else {
                var valid1 = true;
                const len0 = data0.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  const _errs3 = errors;
                  if (!validate27(data0[i0], { instancePath: instancePath + "/events/" + i0, parentData: data0, parentDataProperty: i0, rootData })) {
                    vErrors = vErrors === null ? validate27.errors : vErrors.concat(validate27.errors);
                    errors = vErrors.length;
                  }
                  var valid1 = _errs3 === errors;
                  if (!valid1) {
                    break;
                  }
                }
              }
            } else {
              validate26.errors = [{ instancePath: instancePath + "/events", schemaPath: "#/properties/events/type", keyword: "type", params: { type: "array" } }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.nextCursor !== void 0) {
            let data2 = data.nextCursor;
            const _errs4 = errors;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (typeof data2 === "string") {
                if (func2(data2) > 400) {
                  validate26.errors = [{ instancePath: instancePath + "/nextCursor", schemaPath: "contract#/components/schemas/NextCursor/maxLength", keyword: "maxLength", params: { limit: 400 } }];
                  return false;
                } else {
                  if (func2(data2) < 1) {
                    validate26.errors = [{ instancePath: instancePath + "/nextCursor", schemaPath: "contract#/components/schemas/NextCursor/minLength", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                }
              } else {
                validate26.errors = [{ instancePath: instancePath + "/nextCursor", schemaPath: "contract#/components/schemas/NextCursor/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate26.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate26.errors = vErrors;
  return errors === 0;
}
function validate25(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!validate26(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate26.errors : vErrors.concat(validate26.errors);
    errors = vErrors.length;
  }
  validate25.errors = vErrors;
  return errors === 0;
}
var answer5 = validate30;
function validate31(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.eventId === void 0 && (missing0 = "eventId") || data.title === void 0 && (missing0 = "title") || data.description === void 0 && (missing0 = "description") || data.date === void 0 && (missing0 = "date") || data.location === void 0 && (missing0 = "location") || data.capacity === void 0 && (missing0 = "capacity") || data.organizer === void 0 && (missing0 = "organizer") || data.status === void 0 && (missing0 = "status") || data.createdAt === void 0 && (missing0 = "createdAt") || data.updatedAt === void 0 && (missing0 = "updatedAt")) {
        validate31.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.eventId !== void 0) {
          let data0 = data.eventId;
          const _errs1 = errors;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (errors === _errs2) {
              if (typeof data0 === "string") {
                if (func2(data0) > 36) {
                  validate31.errors = [{ instancePath: instancePath + "/eventId", schemaPath: "contract#/components/schemas/EventId/maxLength", keyword: "maxLength", params: { limit: 36 } }];
                  return false;
                } else {
                  if (!pattern0.test(data0)) {
                    validate31.errors = [{ instancePath: instancePath + "/eventId", schemaPath: "contract#/components/schemas/EventId/pattern", keyword: "pattern", params: { pattern: "^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$" } }];
                    return false;
                  } else {
                    if (!formats0.test(data0)) {
                      validate31.errors = [{ instancePath: instancePath + "/eventId", schemaPath: "contract#/components/schemas/EventId/format", keyword: "format", params: { format: "uuid" } }];
                      return false;
                    }
                  }
                }
              } else {
                validate31.errors = [{ instancePath: instancePath + "/eventId", schemaPath: "contract#/components/schemas/EventId/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.title !== void 0) {
            let data1 = data.title;
            const _errs4 = errors;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (typeof data1 === "string") {
                if (func2(data1) > 200) {
                  validate31.errors = [{ instancePath: instancePath + "/title", schemaPath: "contract#/components/schemas/EventTitle/maxLength", keyword: "maxLength", params: { limit: 200 } }];
                  return false;
                } else {
                  if (func2(data1) < 1) {
                    validate31.errors = [{ instancePath: instancePath + "/title", schemaPath: "contract#/components/schemas/EventTitle/minLength", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                }
              } else {
                validate31.errors = [{ instancePath: instancePath + "/title", schemaPath: "contract#/components/schemas/EventTitle/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.description !== void 0) {
              let data2 = data.description;
              const _errs7 = errors;
              const _errs8 = errors;
              if (errors === _errs8) {
                if (typeof data2 === "string") {
                  if (func2(data2) > 8e3) {
                    validate31.errors = [{ instancePath: instancePath + "/description", schemaPath: "contract#/components/schemas/EventDescription/maxLength", keyword: "maxLength", params: { limit: 8e3 } }];
                    return false;
                  } else {
                    if (func2(data2) < 1) {
                      validate31.errors = [{ instancePath: instancePath + "/description", schemaPath: "contract#/components/schemas/EventDescription/minLength", keyword: "minLength", params: { limit: 1 } }];
                      return false;
                    }
                  }
                } else {
                  validate31.errors = [{ instancePath: instancePath + "/description", schemaPath: "contract#/components/schemas/EventDescription/type", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              var valid0 = _errs7 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.date !== void 0) {
                let data3 = data.date;
                const _errs10 = errors;
                const _errs11 = errors;
                if (errors === _errs11) {
                  if (errors === _errs11) {
                    if (typeof data3 === "string") {
                      if (func2(data3) > 10) {
                        validate31.errors = [{ instancePath: instancePath + "/date", schemaPath: "contract#/components/schemas/EventDate/maxLength", keyword: "maxLength", params: { limit: 10 } }];
                        return false;
                      } else {
                        if (!pattern3.test(data3)) {
                          validate31.errors = [{ instancePath: instancePath + "/date", schemaPath: "contract#/components/schemas/EventDate/pattern", keyword: "pattern", params: { pattern: "^[0-9]{4}-[0-9]{2}-[0-9]{2}$" } }];
                          return false;
                        } else {
                          if (!formats22.test(data3)) {
                            validate31.errors = [{ instancePath: instancePath + "/date", schemaPath: "contract#/components/schemas/EventDate/format", keyword: "format", params: { format: "date" } }];
                            return false;
                          }
                        }
                      }
                    } else {
                      validate31.errors = [{ instancePath: instancePath + "/date", schemaPath: "contract#/components/schemas/EventDate/type", keyword: "type", params: { type: "string" } }];
                      return false;
                    }
                  }
                }
                var valid0 = _errs10 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.location !== void 0) {
                  let data4 = data.location;
                  const _errs13 = errors;
                  const _errs14 = errors;
                  if (errors === _errs14) {
                    if (typeof data4 === "string") {
                      if (func2(data4) > 300) {
                        validate31.errors = [{ instancePath: instancePath + "/location", schemaPath: "contract#/components/schemas/EventLocation/maxLength", keyword: "maxLength", params: { limit: 300 } }];
                        return false;
                      } else {
                        if (func2(data4) < 1) {
                          validate31.errors = [{ instancePath: instancePath + "/location", schemaPath: "contract#/components/schemas/EventLocation/minLength", keyword: "minLength", params: { limit: 1 } }];
                          return false;
                        }
                      }
                    } else {
                      validate31.errors = [{ instancePath: instancePath + "/location", schemaPath: "contract#/components/schemas/EventLocation/type", keyword: "type", params: { type: "string" } }];
                      return false;
                    }
                  }
                  var valid0 = _errs13 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.capacity !== void 0) {
                    let data5 = data.capacity;
                    const _errs16 = errors;
                    const _errs17 = errors;
                    if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                      validate31.errors = [{ instancePath: instancePath + "/capacity", schemaPath: "contract#/components/schemas/EventCapacity/type", keyword: "type", params: { type: "integer" } }];
                      return false;
                    }
                    if (errors === _errs17) {
                      if (typeof data5 == "number" && isFinite(data5)) {
                        if (data5 > 1e6 || isNaN(data5)) {
                          validate31.errors = [{ instancePath: instancePath + "/capacity", schemaPath: "contract#/components/schemas/EventCapacity/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e6 } }];
                          return false;
                        } else {
                          if (data5 < 1 || isNaN(data5)) {
                            validate31.errors = [{ instancePath: instancePath + "/capacity", schemaPath: "contract#/components/schemas/EventCapacity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                            return false;
                          }
                        }
                      }
                    }
                    var valid0 = _errs16 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.organizer !== void 0) {
                      let data6 = data.organizer;
                      const _errs19 = errors;
                      const _errs20 = errors;
                      if (errors === _errs20) {
                        if (typeof data6 === "string") {
                          if (func2(data6) > 200) {
                            validate31.errors = [{ instancePath: instancePath + "/organizer", schemaPath: "contract#/components/schemas/EventOrganizer/maxLength", keyword: "maxLength", params: { limit: 200 } }];
                            return false;
                          } else {
                            if (func2(data6) < 1) {
                              validate31.errors = [{ instancePath: instancePath + "/organizer", schemaPath: "contract#/components/schemas/EventOrganizer/minLength", keyword: "minLength", params: { limit: 1 } }];
                              return false;
                            }
                          }
                        } else {
                          validate31.errors = [{ instancePath: instancePath + "/organizer", schemaPath: "contract#/components/schemas/EventOrganizer/type", keyword: "type", params: { type: "string" } }];
                          return false;
                        }
                      }
                      var valid0 = _errs19 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.status !== void 0) {
                        let data7 = data.status;
                        const _errs22 = errors;
                        if (typeof data7 !== "string") {
                          validate31.errors = [{ instancePath: instancePath + "/status", schemaPath: "contract#/components/schemas/EventStatus/type", keyword: "type", params: { type: "string" } }];
                          return false;
                        }
                        if (!(data7 === "scheduled" || data7 === "ongoing" || data7 === "completed" || data7 === "cancelled")) {
                          validate31.errors = [{ instancePath: instancePath + "/status", schemaPath: "contract#/components/schemas/EventStatus/enum", keyword: "enum", params: { allowedValues: schema43.enum } }];
                          return false;
                        }
                        var valid0 = _errs22 === errors;
                      } else {
                        var valid0 = true;
                      }
                      if (valid0) {
                        if (data.createdAt !== void 0) {
                          let data8 = data.createdAt;
                          const _errs25 = errors;
                          if (errors === _errs25) {
                            if (errors === _errs25) {
                              if (typeof data8 === "string") {
                                if (!formats2.test(data8)) {
                                  validate31.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/format", keyword: "format", params: { format: "date-time" } }];
                                  return false;
                                }
                              } else {
                                validate31.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/type", keyword: "type", params: { type: "string" } }];
                                return false;
                              }
                            }
                          }
                          var valid0 = _errs25 === errors;
                        } else {
                          var valid0 = true;
                        }
                        if (valid0) {
                          if (data.updatedAt !== void 0) {
                            let data9 = data.updatedAt;
                            const _errs27 = errors;
                            if (errors === _errs27) {
                              if (errors === _errs27) {
                                if (typeof data9 === "string") {
                                  if (!formats2.test(data9)) {
                                    validate31.errors = [{ instancePath: instancePath + "/updatedAt", schemaPath: "#/properties/updatedAt/format", keyword: "format", params: { format: "date-time" } }];
                                    return false;
                                  }
                                } else {
                                  validate31.errors = [{ instancePath: instancePath + "/updatedAt", schemaPath: "#/properties/updatedAt/type", keyword: "type", params: { type: "string" } }];
                                  return false;
                                }
                              }
                            }
                            var valid0 = _errs27 === errors;
                          } else {
                            var valid0 = true;
                          }
                        }
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate31.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate31.errors = vErrors;
  return errors === 0;
}
function validate30(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!validate31(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate31.errors : vErrors.concat(validate31.errors);
    errors = vErrors.length;
  }
  validate30.errors = vErrors;
  return errors === 0;
}
var answer6 = validate33;
var pattern6 = new RegExp("^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$", "u");
var pattern7 = new RegExp("^[^\\x00-\\x1f\\x7f]+$", "u");
function validate35(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.productId === void 0 && (missing0 = "productId") || data.category === void 0 && (missing0 = "category") || data.productName === void 0 && (missing0 = "productName") || data.productPrice === void 0 && (missing0 = "productPrice") || data.stock === void 0 && (missing0 = "stock") || data.createdAt === void 0 && (missing0 = "createdAt") || data.updatedAt === void 0 && (missing0 = "updatedAt")) {
        validate35.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.productId !== void 0) {
          let data0 = data.productId;
          const _errs1 = errors;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (func2(data0) > 64) {
                validate35.errors = [{ instancePath: instancePath + "/productId", schemaPath: "contract#/components/schemas/ProductId/maxLength", keyword: "maxLength", params: { limit: 64 } }];
                return false;
              } else {
                if (!pattern6.test(data0)) {
                  validate35.errors = [{ instancePath: instancePath + "/productId", schemaPath: "contract#/components/schemas/ProductId/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$" } }];
                  return false;
                }
              }
            } else {
              validate35.errors = [{ instancePath: instancePath + "/productId", schemaPath: "contract#/components/schemas/ProductId/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.category !== void 0) {
            let data1 = data.category;
            const _errs4 = errors;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (typeof data1 === "string") {
                if (func2(data1) > 64) {
                  validate35.errors = [{ instancePath: instancePath + "/category", schemaPath: "contract#/components/schemas/ProductCategory/maxLength", keyword: "maxLength", params: { limit: 64 } }];
                  return false;
                } else {
                  if (func2(data1) < 1) {
                    validate35.errors = [{ instancePath: instancePath + "/category", schemaPath: "contract#/components/schemas/ProductCategory/minLength", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  } else {
                    if (!pattern7.test(data1)) {
                      validate35.errors = [{ instancePath: instancePath + "/category", schemaPath: "contract#/components/schemas/ProductCategory/pattern", keyword: "pattern", params: { pattern: "^[^\\x00-\\x1f\\x7f]+$" } }];
                      return false;
                    }
                  }
                }
              } else {
                validate35.errors = [{ instancePath: instancePath + "/category", schemaPath: "contract#/components/schemas/ProductCategory/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.productName !== void 0) {
              let data2 = data.productName;
              const _errs7 = errors;
              const _errs8 = errors;
              if (errors === _errs8) {
                if (typeof data2 === "string") {
                  if (func2(data2) > 200) {
                    validate35.errors = [{ instancePath: instancePath + "/productName", schemaPath: "contract#/components/schemas/ProductName/maxLength", keyword: "maxLength", params: { limit: 200 } }];
                    return false;
                  } else {
                    if (func2(data2) < 1) {
                      validate35.errors = [{ instancePath: instancePath + "/productName", schemaPath: "contract#/components/schemas/ProductName/minLength", keyword: "minLength", params: { limit: 1 } }];
                      return false;
                    }
                  }
                } else {
                  validate35.errors = [{ instancePath: instancePath + "/productName", schemaPath: "contract#/components/schemas/ProductName/type", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              var valid0 = _errs7 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.description !== void 0) {
                let data3 = data.description;
                const _errs10 = errors;
                const _errs11 = errors;
                if (errors === _errs11) {
                  if (typeof data3 === "string") {
                    if (func2(data3) > 2e3) {
                      validate35.errors = [{ instancePath: instancePath + "/description", schemaPath: "contract#/components/schemas/ProductDescription/maxLength", keyword: "maxLength", params: { limit: 2e3 } }];
                      return false;
                    }
                  } else {
                    validate35.errors = [{ instancePath: instancePath + "/description", schemaPath: "contract#/components/schemas/ProductDescription/type", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
                var valid0 = _errs10 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.productPrice !== void 0) {
                  let data4 = data.productPrice;
                  const _errs13 = errors;
                  const _errs14 = errors;
                  if (errors === _errs14) {
                    if (typeof data4 == "number" && isFinite(data4)) {
                      if (data4 > 999999999e-2 || isNaN(data4)) {
                        validate35.errors = [{ instancePath: instancePath + "/productPrice", schemaPath: "contract#/components/schemas/ProductPrice/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999999e-2 } }];
                        return false;
                      } else {
                        if (data4 < 0 || isNaN(data4)) {
                          validate35.errors = [{ instancePath: instancePath + "/productPrice", schemaPath: "contract#/components/schemas/ProductPrice/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                          return false;
                        }
                      }
                    } else {
                      validate35.errors = [{ instancePath: instancePath + "/productPrice", schemaPath: "contract#/components/schemas/ProductPrice/type", keyword: "type", params: { type: "number" } }];
                      return false;
                    }
                  }
                  var valid0 = _errs13 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.stock !== void 0) {
                    let data5 = data.stock;
                    const _errs16 = errors;
                    const _errs17 = errors;
                    if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                      validate35.errors = [{ instancePath: instancePath + "/stock", schemaPath: "contract#/components/schemas/ProductStock/type", keyword: "type", params: { type: "integer" } }];
                      return false;
                    }
                    if (errors === _errs17) {
                      if (typeof data5 == "number" && isFinite(data5)) {
                        if (data5 > 1e9 || isNaN(data5)) {
                          validate35.errors = [{ instancePath: instancePath + "/stock", schemaPath: "contract#/components/schemas/ProductStock/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e9 } }];
                          return false;
                        } else {
                          if (data5 < 0 || isNaN(data5)) {
                            validate35.errors = [{ instancePath: instancePath + "/stock", schemaPath: "contract#/components/schemas/ProductStock/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                            return false;
                          }
                        }
                      }
                    }
                    var valid0 = _errs16 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.createdAt !== void 0) {
                      let data6 = data.createdAt;
                      const _errs19 = errors;
                      if (errors === _errs19) {
                        if (errors === _errs19) {
                          if (typeof data6 === "string") {
                            if (!formats2.test(data6)) {
                              validate35.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/format", keyword: "format", params: { format: "date-time" } }];
                              return false;
                            }
                          } else {
                            validate35.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/type", keyword: "type", params: { type: "string" } }];
                            return false;
                          }
                        }
                      }
                      var valid0 = _errs19 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.updatedAt !== void 0) {
                        let data7 = data.updatedAt;
                        const _errs21 = errors;
                        if (errors === _errs21) {
                          if (errors === _errs21) {
                            if (typeof data7 === "string") {
                              if (!formats2.test(data7)) {
                                validate35.errors = [{ instancePath: instancePath + "/updatedAt", schemaPath: "#/properties/updatedAt/format", keyword: "format", params: { format: "date-time" } }];
                                return false;
                              }
                            } else {
                              validate35.errors = [{ instancePath: instancePath + "/updatedAt", schemaPath: "#/properties/updatedAt/type", keyword: "type", params: { type: "string" } }];
                              return false;
                            }
                          }
                        }
                        var valid0 = _errs21 === errors;
                      } else {
                        var valid0 = true;
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate35.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate35.errors = vErrors;
  return errors === 0;
}
function validate34(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.products === void 0 && (missing0 = "products")) {
        validate34.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.products !== void 0) {
          let data0 = data.products;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (Array.isArray(data0)) {
              if (data0.length > 100) {
                validate34.errors = [{ instancePath: instancePath + "/products", schemaPath: "#/properties/products/maxItems", keyword: "maxItems", params: { limit: 100 } }];
                return false;
              } else {
                var valid1 = true;
                const len0 = data0.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  const _errs3 = errors;
                  if (!validate35(data0[i0], { instancePath: instancePath + "/products/" + i0, parentData: data0, parentDataProperty: i0, rootData })) {
                    vErrors = vErrors === null ? validate35.errors : vErrors.concat(validate35.errors);
                    errors = vErrors.length;
                  }
                  var valid1 = _errs3 === errors;
                  if (!valid1) {
                    break;
                  }
                }
              }
            } else {
              validate34.errors = [{ instancePath: instancePath + "/products", schemaPath: "#/properties/products/type", keyword: "type", params: { type: "array" } }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.nextCursor !== void 0) {
            let data2 = data.nextCursor;
            const _errs4 = errors;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (typeof data2 === "string") {
                if (func2(data2) > 400) {
                  validate34.errors = [{ instancePath: instancePath + "/nextCursor", schemaPath: "contract#/components/schemas/NextCursor/maxLength", keyword: "maxLength", params: { limit: 400 } }];
                  return false;
                } else {
                  if (func2(data2) < 1) {
                    validate34.errors = [{ instancePath: instancePath + "/nextCursor", schemaPath: "contract#/components/schemas/NextCursor/minLength", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                }
              } else {
                validate34.errors = [{ instancePath: instancePath + "/nextCursor", schemaPath: "contract#/components/schemas/NextCursor/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate34.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate34.errors = vErrors;
  return errors === 0;
}
function validate33(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!validate34(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate34.errors : vErrors.concat(validate34.errors);
    errors = vErrors.length;
  }
  validate33.errors = vErrors;
  return errors === 0;
}
var answer7 = validate38;
function validate39(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.productId === void 0 && (missing0 = "productId") || data.category === void 0 && (missing0 = "category") || data.productName === void 0 && (missing0 = "productName") || data.productPrice === void 0 && (missing0 = "productPrice") || data.stock === void 0 && (missing0 = "stock") || data.createdAt === void 0 && (missing0 = "createdAt") || data.updatedAt === void 0 && (missing0 = "updatedAt")) {
        validate39.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.productId !== void 0) {
          let data0 = data.productId;
          const _errs1 = errors;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (func2(data0) > 64) {
                validate39.errors = [{ instancePath: instancePath + "/productId", schemaPath: "contract#/components/schemas/ProductId/maxLength", keyword: "maxLength", params: { limit: 64 } }];
                return false;
              } else {
                if (!pattern6.test(data0)) {
                  validate39.errors = [{ instancePath: instancePath + "/productId", schemaPath: "contract#/components/schemas/ProductId/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$" } }];
                  return false;
                }
              }
            } else {
              validate39.errors = [{ instancePath: instancePath + "/productId", schemaPath: "contract#/components/schemas/ProductId/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.category !== void 0) {
            let data1 = data.category;
            const _errs4 = errors;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (typeof data1 === "string") {
                if (func2(data1) > 64) {
                  validate39.errors = [{ instancePath: instancePath + "/category", schemaPath: "contract#/components/schemas/ProductCategory/maxLength", keyword: "maxLength", params: { limit: 64 } }];
                  return false;
                } else {
                  if (func2(data1) < 1) {
                    validate39.errors = [{ instancePath: instancePath + "/category", schemaPath: "contract#/components/schemas/ProductCategory/minLength", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  } else {
                    if (!pattern7.test(data1)) {
                      validate39.errors = [{ instancePath: instancePath + "/category", schemaPath: "contract#/components/schemas/ProductCategory/pattern", keyword: "pattern", params: { pattern: "^[^\\x00-\\x1f\\x7f]+$" } }];
                      return false;
                    }
                  }
                }
              } else {
                validate39.errors = [{ instancePath: instancePath + "/category", schemaPath: "contract#/components/schemas/ProductCategory/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.productName !== void 0) {
              let data2 = data.productName;
              const _errs7 = errors;
              const _errs8 = errors;
              if (errors === _errs8) {
                if (typeof data2 === "string") {
                  if (func2(data2) > 200) {
                    validate39.errors = [{ instancePath: instancePath + "/productName", schemaPath: "contract#/components/schemas/ProductName/maxLength", keyword: "maxLength", params: { limit: 200 } }];
                    return false;
                  } else {
                    if (func2(data2) < 1) {
                      validate39.errors = [{ instancePath: instancePath + "/productName", schemaPath: "contract#/components/schemas/ProductName/minLength", keyword: "minLength", params: { limit: 1 } }];
                      return false;
                    }
                  }
                } else {
                  validate39.errors = [{ instancePath: instancePath + "/productName", schemaPath: "contract#/components/schemas/ProductName/type", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              var valid0 = _errs7 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.description !== void 0) {
                let data3 = data.description;
                const _errs10 = errors;
                const _errs11 = errors;
                if (errors === _errs11) {
                  if (typeof data3 === "string") {
                    if (func2(data3) > 2e3) {
                      validate39.errors = [{ instancePath: instancePath + "/description", schemaPath: "contract#/components/schemas/ProductDescription/maxLength", keyword: "maxLength", params: { limit: 2e3 } }];
                      return false;
                    }
                  } else {
                    validate39.errors = [{ instancePath: instancePath + "/description", schemaPath: "contract#/components/schemas/ProductDescription/type", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
                var valid0 = _errs10 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.productPrice !== void 0) {
                  let data4 = data.productPrice;
                  const _errs13 = errors;
                  const _errs14 = errors;
                  if (errors === _errs14) {
                    if (typeof data4 == "number" && isFinite(data4)) {
                      if (data4 > 999999999e-2 || isNaN(data4)) {
                        validate39.errors = [{ instancePath: instancePath + "/productPrice", schemaPath: "contract#/components/schemas/ProductPrice/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999999e-2 } }];
                        return false;
                      } else {
                        if (data4 < 0 || isNaN(data4)) {
                          validate39.errors = [{ instancePath: instancePath + "/productPrice", schemaPath: "contract#/components/schemas/ProductPrice/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                          return false;
                        }
                      }
                    } else {
                      validate39.errors = [{ instancePath: instancePath + "/productPrice", schemaPath: "contract#/components/schemas/ProductPrice/type", keyword: "type", params: { type: "number" } }];
                      return false;
                    }
                  }
                  var valid0 = _errs13 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.stock !== void 0) {
                    let data5 = data.stock;
                    const _errs16 = errors;
                    const _errs17 = errors;
                    if (!(typeof data5 == "number" && (!(data5 % 1) && !isNaN(data5)) && isFinite(data5))) {
                      validate39.errors = [{ instancePath: instancePath + "/stock", schemaPath: "contract#/components/schemas/ProductStock/type", keyword: "type", params: { type: "integer" } }];
                      return false;
                    }
                    if (errors === _errs17) {
                      if (typeof data5 == "number" && isFinite(data5)) {
                        if (data5 > 1e9 || isNaN(data5)) {
                          validate39.errors = [{ instancePath: instancePath + "/stock", schemaPath: "contract#/components/schemas/ProductStock/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e9 } }];
                          return false;
                        } else {
                          if (data5 < 0 || isNaN(data5)) {
                            validate39.errors = [{ instancePath: instancePath + "/stock", schemaPath: "contract#/components/schemas/ProductStock/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                            return false;
                          }
                        }
                      }
                    }
                    var valid0 = _errs16 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.createdAt !== void 0) {
                      let data6 = data.createdAt;
                      const _errs19 = errors;
                      if (errors === _errs19) {
                        if (errors === _errs19) {
                          if (typeof data6 === "string") {
                            if (!formats2.test(data6)) {
                              validate39.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/format", keyword: "format", params: { format: "date-time" } }];
                              return false;
                            }
                          } else {
                            validate39.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/type", keyword: "type", params: { type: "string" } }];
                            return false;
                          }
                        }
                      }
                      var valid0 = _errs19 === errors;
                    } else {
                      var valid0 = true;
                    }
                    if (valid0) {
                      if (data.updatedAt !== void 0) {
                        let data7 = data.updatedAt;
                        const _errs21 = errors;
                        if (errors === _errs21) {
                          if (errors === _errs21) {
                            if (typeof data7 === "string") {
                              if (!formats2.test(data7)) {
                                validate39.errors = [{ instancePath: instancePath + "/updatedAt", schemaPath: "#/properties/updatedAt/format", keyword: "format", params: { format: "date-time" } }];
                                return false;
                              }
                            } else {
                              validate39.errors = [{ instancePath: instancePath + "/updatedAt", schemaPath: "#/properties/updatedAt/type", keyword: "type", params: { type: "string" } }];
                              return false;
                            }
                          }
                        }
                        var valid0 = _errs21 === errors;
                      } else {
                        var valid0 = true;
                      }
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate39.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate39.errors = vErrors;
  return errors === 0;
}
function validate38(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!validate39(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate39.errors : vErrors.concat(validate39.errors);
    errors = vErrors.length;
  }
  validate38.errors = vErrors;
  return errors === 0;
}
var answer8 = validate41;
var pattern10 = new RegExp("^[A-Za-z0-9_.:@-]{1,128}$", "u");
function validate42(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.id === void 0 && (missing0 = "id") || data.exists === void 0 && (missing0 = "exists")) {
        validate42.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.id !== void 0) {
          let data0 = data.id;
          const _errs1 = errors;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (func2(data0) > 128) {
                validate42.errors = [{ instancePath: instancePath + "/id", schemaPath: "contract#/components/schemas/CustomerId/maxLength", keyword: "maxLength", params: { limit: 128 } }];
                return false;
              } else {
                if (!pattern10.test(data0)) {
                  validate42.errors = [{ instancePath: instancePath + "/id", schemaPath: "contract#/components/schemas/CustomerId/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.:@-]{1,128}$" } }];
                  return false;
                }
              }
            } else {
              validate42.errors = [{ instancePath: instancePath + "/id", schemaPath: "contract#/components/schemas/CustomerId/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.exists !== void 0) {
            const _errs4 = errors;
            if (typeof data.exists !== "boolean") {
              validate42.errors = [{ instancePath: instancePath + "/exists", schemaPath: "#/properties/exists/type", keyword: "type", params: { type: "boolean" } }];
              return false;
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate42.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate42.errors = vErrors;
  return errors === 0;
}
function validate41(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!validate42(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate42.errors : vErrors.concat(validate42.errors);
    errors = vErrors.length;
  }
  validate41.errors = vErrors;
  return errors === 0;
}
var answer9 = validate44;
var schema79 = { "type": "boolean", "enum": [true] };
function validate45(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.id === void 0 && (missing0 = "id") || data.exists === void 0 && (missing0 = "exists")) {
        validate45.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.id !== void 0) {
          let data0 = data.id;
          const _errs1 = errors;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (func2(data0) > 128) {
                validate45.errors = [{ instancePath: instancePath + "/id", schemaPath: "contract#/components/schemas/CustomerId/maxLength", keyword: "maxLength", params: { limit: 128 } }];
                return false;
              } else {
                if (!pattern10.test(data0)) {
                  validate45.errors = [{ instancePath: instancePath + "/id", schemaPath: "contract#/components/schemas/CustomerId/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_.:@-]{1,128}$" } }];
                  return false;
                }
              }
            } else {
              validate45.errors = [{ instancePath: instancePath + "/id", schemaPath: "contract#/components/schemas/CustomerId/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.exists !== void 0) {
            let data1 = data.exists;
            const _errs4 = errors;
            if (typeof data1 !== "boolean") {
              validate45.errors = [{ instancePath: instancePath + "/exists", schemaPath: "contract#/components/schemas/CustomerExists/type", keyword: "type", params: { type: "boolean" } }];
              return false;
            }
            if (!(data1 === true)) {
              validate45.errors = [{ instancePath: instancePath + "/exists", schemaPath: "contract#/components/schemas/CustomerExists/enum", keyword: "enum", params: { allowedValues: schema79.enum } }];
              return false;
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate45.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate45.errors = vErrors;
  return errors === 0;
}
function validate44(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!validate45(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate45.errors : vErrors.concat(validate45.errors);
    errors = vErrors.length;
  }
  validate44.errors = vErrors;
  return errors === 0;
}
var answer10 = validate47;
var schema83 = { "type": "string", "enum": ["running", "succeeded", "failed", "timed_out", "aborted"] };
var pattern12 = new RegExp("^[A-Za-z0-9_-]{1,80}$", "u");
function validate48(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.executionId === void 0 && (missing0 = "executionId") || data.status === void 0 && (missing0 = "status")) {
        validate48.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.executionId !== void 0) {
          let data0 = data.executionId;
          const _errs1 = errors;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (func2(data0) > 80) {
                validate48.errors = [{ instancePath: instancePath + "/executionId", schemaPath: "contract#/components/schemas/ExecutionId/maxLength", keyword: "maxLength", params: { limit: 80 } }];
                return false;
              } else {
                if (!pattern12.test(data0)) {
                  validate48.errors = [{ instancePath: instancePath + "/executionId", schemaPath: "contract#/components/schemas/ExecutionId/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]{1,80}$" } }];
                  return false;
                }
              }
            } else {
              validate48.errors = [{ instancePath: instancePath + "/executionId", schemaPath: "contract#/components/schemas/ExecutionId/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.status !== void 0) {
            let data1 = data.status;
            const _errs4 = errors;
            if (typeof data1 !== "string") {
              validate48.errors = [{ instancePath: instancePath + "/status", schemaPath: "contract#/components/schemas/WorkflowStatus/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
            if (!(data1 === "running" || data1 === "succeeded" || data1 === "failed" || data1 === "timed_out" || data1 === "aborted")) {
              validate48.errors = [{ instancePath: instancePath + "/status", schemaPath: "contract#/components/schemas/WorkflowStatus/enum", keyword: "enum", params: { allowedValues: schema83.enum } }];
              return false;
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
        }
      }
    } else {
      validate48.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate48.errors = vErrors;
  return errors === 0;
}
function validate47(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!validate48(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate48.errors : vErrors.concat(validate48.errors);
    errors = vErrors.length;
  }
  validate47.errors = vErrors;
  return errors === 0;
}
var answer11 = validate50;
var schema88 = { "type": "string", "enum": ["inserted", "already_exists", "gone"] };
function validate51(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.executionId === void 0 && (missing0 = "executionId") || data.status === void 0 && (missing0 = "status") || data.startedAt === void 0 && (missing0 = "startedAt")) {
        validate51.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.executionId !== void 0) {
          let data0 = data.executionId;
          const _errs1 = errors;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (func2(data0) > 80) {
                validate51.errors = [{ instancePath: instancePath + "/executionId", schemaPath: "contract#/components/schemas/ExecutionId/maxLength", keyword: "maxLength", params: { limit: 80 } }];
                return false;
              } else {
                if (!pattern12.test(data0)) {
                  validate51.errors = [{ instancePath: instancePath + "/executionId", schemaPath: "contract#/components/schemas/ExecutionId/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9_-]{1,80}$" } }];
                  return false;
                }
              }
            } else {
              validate51.errors = [{ instancePath: instancePath + "/executionId", schemaPath: "contract#/components/schemas/ExecutionId/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.status !== void 0) {
            let data1 = data.status;
            const _errs4 = errors;
            if (typeof data1 !== "string") {
              validate51.errors = [{ instancePath: instancePath + "/status", schemaPath: "contract#/components/schemas/WorkflowStatus/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
            if (!(data1 === "running" || data1 === "succeeded" || data1 === "failed" || data1 === "timed_out" || data1 === "aborted")) {
              validate51.errors = [{ instancePath: instancePath + "/status", schemaPath: "contract#/components/schemas/WorkflowStatus/enum", keyword: "enum", params: { allowedValues: schema83.enum } }];
              return false;
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.outcome !== void 0) {
              let data2 = data.outcome;
              const _errs7 = errors;
              if (typeof data2 !== "string") {
                validate51.errors = [{ instancePath: instancePath + "/outcome", schemaPath: "contract#/components/schemas/WorkflowOutcome/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
              if (!(data2 === "inserted" || data2 === "already_exists" || data2 === "gone")) {
                validate51.errors = [{ instancePath: instancePath + "/outcome", schemaPath: "contract#/components/schemas/WorkflowOutcome/enum", keyword: "enum", params: { allowedValues: schema88.enum } }];
                return false;
              }
              var valid0 = _errs7 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.startedAt !== void 0) {
                let data3 = data.startedAt;
                const _errs10 = errors;
                if (errors === _errs10) {
                  if (errors === _errs10) {
                    if (typeof data3 === "string") {
                      if (!formats2.test(data3)) {
                        validate51.errors = [{ instancePath: instancePath + "/startedAt", schemaPath: "#/properties/startedAt/format", keyword: "format", params: { format: "date-time" } }];
                        return false;
                      }
                    } else {
                      validate51.errors = [{ instancePath: instancePath + "/startedAt", schemaPath: "#/properties/startedAt/type", keyword: "type", params: { type: "string" } }];
                      return false;
                    }
                  }
                }
                var valid0 = _errs10 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.stoppedAt !== void 0) {
                  let data4 = data.stoppedAt;
                  const _errs12 = errors;
                  if (errors === _errs12) {
                    if (errors === _errs12) {
                      if (typeof data4 === "string") {
                        if (!formats2.test(data4)) {
                          validate51.errors = [{ instancePath: instancePath + "/stoppedAt", schemaPath: "#/properties/stoppedAt/format", keyword: "format", params: { format: "date-time" } }];
                          return false;
                        }
                      } else {
                        validate51.errors = [{ instancePath: instancePath + "/stoppedAt", schemaPath: "#/properties/stoppedAt/type", keyword: "type", params: { type: "string" } }];
                        return false;
                      }
                    }
                  }
                  var valid0 = _errs12 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate51.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate51.errors = vErrors;
  return errors === 0;
}
function validate50(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!validate51(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate51.errors : vErrors.concat(validate51.errors);
    errors = vErrors.length;
  }
  validate50.errors = vErrors;
  return errors === 0;
}
var answer12 = validate53;
function validate55(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.operationId === void 0 && (missing0 = "operationId") || data.arguments === void 0 && (missing0 = "arguments") || data.status === void 0 && (missing0 = "status")) {
        validate55.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.operationId !== void 0) {
          let data0 = data.operationId;
          const _errs1 = errors;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (func2(data0) > 64) {
                validate55.errors = [{ instancePath: instancePath + "/operationId", schemaPath: "contract#/components/schemas/ChatOperationId/maxLength", keyword: "maxLength", params: { limit: 64 } }];
                return false;
              } else {
                if (func2(data0) < 1) {
                  validate55.errors = [{ instancePath: instancePath + "/operationId", schemaPath: "contract#/components/schemas/ChatOperationId/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              }
            } else {
              validate55.errors = [{ instancePath: instancePath + "/operationId", schemaPath: "contract#/components/schemas/ChatOperationId/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.arguments !== void 0) {
            let data1 = data.arguments;
            const _errs4 = errors;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (!(data1 && typeof data1 == "object" && !Array.isArray(data1))) {
                validate55.errors = [{ instancePath: instancePath + "/arguments", schemaPath: "contract#/components/schemas/ChatCallArguments/type", keyword: "type", params: { type: "object" } }];
                return false;
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.status !== void 0) {
              let data2 = data.status;
              const _errs8 = errors;
              const _errs9 = errors;
              if (!(typeof data2 == "number" && (!(data2 % 1) && !isNaN(data2)) && isFinite(data2))) {
                validate55.errors = [{ instancePath: instancePath + "/status", schemaPath: "contract#/components/schemas/ChatCallStatus/type", keyword: "type", params: { type: "integer" } }];
                return false;
              }
              if (errors === _errs9) {
                if (typeof data2 == "number" && isFinite(data2)) {
                  if (data2 > 599 || isNaN(data2)) {
                    validate55.errors = [{ instancePath: instancePath + "/status", schemaPath: "contract#/components/schemas/ChatCallStatus/maximum", keyword: "maximum", params: { comparison: "<=", limit: 599 } }];
                    return false;
                  } else {
                    if (data2 < 100 || isNaN(data2)) {
                      validate55.errors = [{ instancePath: instancePath + "/status", schemaPath: "contract#/components/schemas/ChatCallStatus/minimum", keyword: "minimum", params: { comparison: ">=", limit: 100 } }];
                      return false;
                    }
                  }
                }
              }
              var valid0 = _errs8 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate55.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate55.errors = vErrors;
  return errors === 0;
}
function validate57(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.operationId === void 0 && (missing0 = "operationId") || data.arguments === void 0 && (missing0 = "arguments") || data.summary === void 0 && (missing0 = "summary")) {
        validate57.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.operationId !== void 0) {
          let data0 = data.operationId;
          const _errs1 = errors;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (func2(data0) > 64) {
                validate57.errors = [{ instancePath: instancePath + "/operationId", schemaPath: "contract#/components/schemas/ChatOperationId/maxLength", keyword: "maxLength", params: { limit: 64 } }];
                return false;
              } else {
                if (func2(data0) < 1) {
                  validate57.errors = [{ instancePath: instancePath + "/operationId", schemaPath: "contract#/components/schemas/ChatOperationId/minLength", keyword: "minLength", params: { limit: 1 } }];
                  return false;
                }
              }
            } else {
              validate57.errors = [{ instancePath: instancePath + "/operationId", schemaPath: "contract#/components/schemas/ChatOperationId/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.arguments !== void 0) {
            let data1 = data.arguments;
            const _errs4 = errors;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (!(data1 && typeof data1 == "object" && !Array.isArray(data1))) {
                validate57.errors = [{ instancePath: instancePath + "/arguments", schemaPath: "contract#/components/schemas/ChatProposalArguments/type", keyword: "type", params: { type: "object" } }];
                return false;
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.summary !== void 0) {
              let data2 = data.summary;
              const _errs8 = errors;
              const _errs9 = errors;
              if (errors === _errs9) {
                if (typeof data2 === "string") {
                  if (func2(data2) > 500) {
                    validate57.errors = [{ instancePath: instancePath + "/summary", schemaPath: "contract#/components/schemas/ChatProposalSummary/maxLength", keyword: "maxLength", params: { limit: 500 } }];
                    return false;
                  } else {
                    if (func2(data2) < 1) {
                      validate57.errors = [{ instancePath: instancePath + "/summary", schemaPath: "contract#/components/schemas/ChatProposalSummary/minLength", keyword: "minLength", params: { limit: 1 } }];
                      return false;
                    }
                  }
                } else {
                  validate57.errors = [{ instancePath: instancePath + "/summary", schemaPath: "contract#/components/schemas/ChatProposalSummary/type", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              var valid0 = _errs8 === errors;
            } else {
              var valid0 = true;
            }
          }
        }
      }
    } else {
      validate57.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate57.errors = vErrors;
  return errors === 0;
}
function validate54(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.reply === void 0 && (missing0 = "reply") || data.calls === void 0 && (missing0 = "calls") || data.proposals === void 0 && (missing0 = "proposals") || data.stopReason === void 0 && (missing0 = "stopReason") || data.usage === void 0 && (missing0 = "usage")) {
        validate54.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.reply !== void 0) {
          let data0 = data.reply;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (typeof data0 === "string") {
              if (func2(data0) > 1e6) {
                validate54.errors = [{ instancePath: instancePath + "/reply", schemaPath: "#/properties/reply/maxLength", keyword: "maxLength", params: { limit: 1e6 } }];
                return false;
              }
            } else {
              validate54.errors = [{ instancePath: instancePath + "/reply", schemaPath: "#/properties/reply/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.calls !== void 0) {
            let data1 = data.calls;
            const _errs3 = errors;
            if (errors === _errs3) {
              if (Array.isArray(data1)) {
                if (data1.length > 8) {
                  validate54.errors = [{ instancePath: instancePath + "/calls", schemaPath: "#/properties/calls/maxItems", keyword: "maxItems", params: { limit: 8 } }];
                  return false;
                } else {
                  var valid1 = true;
                  const len0 = data1.length;
                  for (let i0 = 0; i0 < len0; i0++) {
                    const _errs5 = errors;
                    if (!validate55(data1[i0], { instancePath: instancePath + "/calls/" + i0, parentData: data1, parentDataProperty: i0, rootData })) {
                      vErrors = vErrors === null ? validate55.errors : vErrors.concat(validate55.errors);
                      errors = vErrors.length;
                    }
                    var valid1 = _errs5 === errors;
                    if (!valid1) {
                      break;
                    }
                  }
                }
              } else {
                validate54.errors = [{ instancePath: instancePath + "/calls", schemaPath: "#/properties/calls/type", keyword: "type", params: { type: "array" } }];
                return false;
              }
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.proposals !== void 0) {
              let data3 = data.proposals;
              const _errs6 = errors;
              if (errors === _errs6) {
                if (Array.isArray(data3)) {
                  if (data3.length > 20) {
                    validate54.errors = [{ instancePath: instancePath + "/proposals", schemaPath: "#/properties/proposals/maxItems", keyword: "maxItems", params: { limit: 20 } }];
                    return false;
                  } else {
                    var valid2 = true;
                    const len1 = data3.length;
                    for (let i1 = 0; i1 < len1; i1++) {
                      const _errs8 = errors;
                      if (!validate57(data3[i1], { instancePath: instancePath + "/proposals/" + i1, parentData: data3, parentDataProperty: i1, rootData })) {
                        vErrors = vErrors === null ? validate57.errors : vErrors.concat(validate57.errors);
                        errors = vErrors.length;
                      }
                      var valid2 = _errs8 === errors;
                      if (!valid2) {
                        break;
                      }
                    }
                  }
                } else {
                  validate54.errors = [{ instancePath: instancePath + "/proposals", schemaPath: "#/properties/proposals/type", keyword: "type", params: { type: "array" } }];
                  return false;
                }
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.stopReason !== void 0) {
                let data5 = data.stopReason;
                const _errs9 = errors;
                const _errs10 = errors;
                if (errors === _errs10) {
                  if (typeof data5 === "string") {
                    if (func2(data5) > 64) {
                      validate54.errors = [{ instancePath: instancePath + "/stopReason", schemaPath: "contract#/components/schemas/ChatStopReason/maxLength", keyword: "maxLength", params: { limit: 64 } }];
                      return false;
                    } else {
                      if (func2(data5) < 1) {
                        validate54.errors = [{ instancePath: instancePath + "/stopReason", schemaPath: "contract#/components/schemas/ChatStopReason/minLength", keyword: "minLength", params: { limit: 1 } }];
                        return false;
                      }
                    }
                  } else {
                    validate54.errors = [{ instancePath: instancePath + "/stopReason", schemaPath: "contract#/components/schemas/ChatStopReason/type", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
                var valid0 = _errs9 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.usage !== void 0) {
                  let data6 = data.usage;
                  const _errs12 = errors;
                  const _errs13 = errors;
                  if (errors === _errs13) {
                    if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
                      let missing1;
                      if (data6.inputTokens === void 0 && (missing1 = "inputTokens") || data6.outputTokens === void 0 && (missing1 = "outputTokens") || data6.totalTokens === void 0 && (missing1 = "totalTokens")) {
                        validate54.errors = [{ instancePath: instancePath + "/usage", schemaPath: "contract#/components/schemas/ChatUsage/required", keyword: "required", params: { missingProperty: missing1 } }];
                        return false;
                      } else {
                        if (data6.inputTokens !== void 0) {
                          let data7 = data6.inputTokens;
                          const _errs15 = errors;
                          if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
                            validate54.errors = [{ instancePath: instancePath + "/usage/inputTokens", schemaPath: "contract#/components/schemas/ChatUsage/properties/inputTokens/type", keyword: "type", params: { type: "integer" } }];
                            return false;
                          }
                          if (errors === _errs15) {
                            if (typeof data7 == "number" && isFinite(data7)) {
                              if (data7 > 2147483647 || isNaN(data7)) {
                                validate54.errors = [{ instancePath: instancePath + "/usage/inputTokens", schemaPath: "contract#/components/schemas/ChatUsage/properties/inputTokens/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 } }];
                                return false;
                              } else {
                                if (data7 < 0 || isNaN(data7)) {
                                  validate54.errors = [{ instancePath: instancePath + "/usage/inputTokens", schemaPath: "contract#/components/schemas/ChatUsage/properties/inputTokens/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                                  return false;
                                }
                              }
                            }
                          }
                          var valid5 = _errs15 === errors;
                        } else {
                          var valid5 = true;
                        }
                        if (valid5) {
                          if (data6.outputTokens !== void 0) {
                            let data8 = data6.outputTokens;
                            const _errs17 = errors;
                            if (!(typeof data8 == "number" && (!(data8 % 1) && !isNaN(data8)) && isFinite(data8))) {
                              validate54.errors = [{ instancePath: instancePath + "/usage/outputTokens", schemaPath: "contract#/components/schemas/ChatUsage/properties/outputTokens/type", keyword: "type", params: { type: "integer" } }];
                              return false;
                            }
                            if (errors === _errs17) {
                              if (typeof data8 == "number" && isFinite(data8)) {
                                if (data8 > 2147483647 || isNaN(data8)) {
                                  validate54.errors = [{ instancePath: instancePath + "/usage/outputTokens", schemaPath: "contract#/components/schemas/ChatUsage/properties/outputTokens/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 } }];
                                  return false;
                                } else {
                                  if (data8 < 0 || isNaN(data8)) {
                                    validate54.errors = [{ instancePath: instancePath + "/usage/outputTokens", schemaPath: "contract#/components/schemas/ChatUsage/properties/outputTokens/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                                    return false;
                                  }
                                }
                              }
                            }
                            var valid5 = _errs17 === errors;
                          } else {
                            var valid5 = true;
                          }
                          if (valid5) {
                            if (data6.totalTokens !== void 0) {
                              let data9 = data6.totalTokens;
                              const _errs19 = errors;
                              if (!(typeof data9 == "number" && (!(data9 % 1) && !isNaN(data9)) && isFinite(data9))) {
                                validate54.errors = [{ instancePath: instancePath + "/usage/totalTokens", schemaPath: "contract#/components/schemas/ChatUsage/properties/totalTokens/type", keyword: "type", params: { type: "integer" } }];
                                return false;
                              }
                              if (errors === _errs19) {
                                if (typeof data9 == "number" && isFinite(data9)) {
                                  if (data9 > 2147483647 || isNaN(data9)) {
                                    validate54.errors = [{ instancePath: instancePath + "/usage/totalTokens", schemaPath: "contract#/components/schemas/ChatUsage/properties/totalTokens/maximum", keyword: "maximum", params: { comparison: "<=", limit: 2147483647 } }];
                                    return false;
                                  } else {
                                    if (data9 < 0 || isNaN(data9)) {
                                      validate54.errors = [{ instancePath: instancePath + "/usage/totalTokens", schemaPath: "contract#/components/schemas/ChatUsage/properties/totalTokens/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                                      return false;
                                    }
                                  }
                                }
                              }
                              var valid5 = _errs19 === errors;
                            } else {
                              var valid5 = true;
                            }
                          }
                        }
                      }
                    } else {
                      validate54.errors = [{ instancePath: instancePath + "/usage", schemaPath: "contract#/components/schemas/ChatUsage/type", keyword: "type", params: { type: "object" } }];
                      return false;
                    }
                  }
                  var valid0 = _errs12 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate54.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate54.errors = vErrors;
  return errors === 0;
}
function validate53(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!validate54(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate54.errors : vErrors.concat(validate54.errors);
    errors = vErrors.length;
  }
  validate53.errors = vErrors;
  return errors === 0;
}
var answer13 = validate60;
var schema103 = { "type": "object", "required": ["userId", "name", "email", "roles", "createdAt"], "properties": { "userId": { "$ref": "contract#/components/schemas/UserId" }, "name": { "type": "string", "minLength": 1, "maxLength": 200 }, "email": { "type": "string", "format": "email", "maxLength": 254 }, "roles": { "type": "array", "minItems": 1, "maxItems": 4, "uniqueItems": true, "items": { "type": "string", "enum": ["admin", "agent", "analyst", "customer"] } }, "createdAt": { "type": "string", "format": "date-time" } } };
var pattern14 = new RegExp("^u-[0-9]{4}$", "u");
var formats48 = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/i;
function validate62(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.userId === void 0 && (missing0 = "userId") || data.name === void 0 && (missing0 = "name") || data.email === void 0 && (missing0 = "email") || data.roles === void 0 && (missing0 = "roles") || data.createdAt === void 0 && (missing0 = "createdAt")) {
        validate62.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.userId !== void 0) {
          let data0 = data.userId;
          const _errs1 = errors;
          const _errs2 = errors;
          if (errors === _errs2) {
            if (typeof data0 === "string") {
              if (func2(data0) > 6) {
                validate62.errors = [{ instancePath: instancePath + "/userId", schemaPath: "contract#/components/schemas/UserId/maxLength", keyword: "maxLength", params: { limit: 6 } }];
                return false;
              } else {
                if (!pattern14.test(data0)) {
                  validate62.errors = [{ instancePath: instancePath + "/userId", schemaPath: "contract#/components/schemas/UserId/pattern", keyword: "pattern", params: { pattern: "^u-[0-9]{4}$" } }];
                  return false;
                }
              }
            } else {
              validate62.errors = [{ instancePath: instancePath + "/userId", schemaPath: "contract#/components/schemas/UserId/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.name !== void 0) {
            let data1 = data.name;
            const _errs4 = errors;
            if (errors === _errs4) {
              if (typeof data1 === "string") {
                if (func2(data1) > 200) {
                  validate62.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/maxLength", keyword: "maxLength", params: { limit: 200 } }];
                  return false;
                } else {
                  if (func2(data1) < 1) {
                    validate62.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/minLength", keyword: "minLength", params: { limit: 1 } }];
                    return false;
                  }
                }
              } else {
                validate62.errors = [{ instancePath: instancePath + "/name", schemaPath: "#/properties/name/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.email !== void 0) {
              let data2 = data.email;
              const _errs6 = errors;
              if (errors === _errs6) {
                if (errors === _errs6) {
                  if (typeof data2 === "string") {
                    if (func2(data2) > 254) {
                      validate62.errors = [{ instancePath: instancePath + "/email", schemaPath: "#/properties/email/maxLength", keyword: "maxLength", params: { limit: 254 } }];
                      return false;
                    } else {
                      if (!formats48.test(data2)) {
                        validate62.errors = [{ instancePath: instancePath + "/email", schemaPath: "#/properties/email/format", keyword: "format", params: { format: "email" } }];
                        return false;
                      }
                    }
                  } else {
                    validate62.errors = [{ instancePath: instancePath + "/email", schemaPath: "#/properties/email/type", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.roles !== void 0) {
                let data3 = data.roles;
                const _errs8 = errors;
                if (errors === _errs8) {
                  if (Array.isArray(data3)) {
                    if (data3.length > 4) {
                      validate62.errors = [{ instancePath: instancePath + "/roles", schemaPath: "#/properties/roles/maxItems", keyword: "maxItems", params: { limit: 4 } }];
                      return false;
                    } else {
                      if (data3.length < 1) {
                        validate62.errors = [{ instancePath: instancePath + "/roles", schemaPath: "#/properties/roles/minItems", keyword: "minItems", params: { limit: 1 } }];
                        return false;
                      } else {
                        var valid2 = true;
                        const len0 = data3.length;
                        for (let i0 = 0; i0 < len0; i0++) {
                          let data4 = data3[i0];
                          const _errs10 = errors;
                          if (typeof data4 !== "string") {
                            validate62.errors = [{ instancePath: instancePath + "/roles/" + i0, schemaPath: "#/properties/roles/items/type", keyword: "type", params: { type: "string" } }];
                            return false;
                          }
                          if (!(data4 === "admin" || data4 === "agent" || data4 === "analyst" || data4 === "customer")) {
                            validate62.errors = [{ instancePath: instancePath + "/roles/" + i0, schemaPath: "#/properties/roles/items/enum", keyword: "enum", params: { allowedValues: schema103.properties.roles.items.enum } }];
                            return false;
                          }
                          var valid2 = _errs10 === errors;
                          if (!valid2) {
                            break;
                          }
                        }
                        if (valid2) {
                          let i1 = data3.length;
                          let j0;
                          if (i1 > 1) {
                            const indices0 = {};
                            for (; i1--; ) {
                              let item0 = data3[i1];
                              if (typeof item0 !== "string") {
                                continue;
                              }
                              if (typeof indices0[item0] == "number") {
                                j0 = indices0[item0];
                                validate62.errors = [{ instancePath: instancePath + "/roles", schemaPath: "#/properties/roles/uniqueItems", keyword: "uniqueItems", params: { i: i1, j: j0 } }];
                                return false;
                                break;
                              }
                              indices0[item0] = i1;
                            }
                          }
                        }
                      }
                    }
                  } else {
                    validate62.errors = [{ instancePath: instancePath + "/roles", schemaPath: "#/properties/roles/type", keyword: "type", params: { type: "array" } }];
                    return false;
                  }
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.createdAt !== void 0) {
                  let data5 = data.createdAt;
                  const _errs12 = errors;
                  if (errors === _errs12) {
                    if (errors === _errs12) {
                      if (typeof data5 === "string") {
                        if (!formats2.test(data5)) {
                          validate62.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/format", keyword: "format", params: { format: "date-time" } }];
                          return false;
                        }
                      } else {
                        validate62.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/type", keyword: "type", params: { type: "string" } }];
                        return false;
                      }
                    }
                  }
                  var valid0 = _errs12 === errors;
                } else {
                  var valid0 = true;
                }
              }
            }
          }
        }
      }
    } else {
      validate62.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate62.errors = vErrors;
  return errors === 0;
}
function validate61(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.users === void 0 && (missing0 = "users")) {
        validate61.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.users !== void 0) {
          let data0 = data.users;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (Array.isArray(data0)) {
              if (data0.length > 1e3) {
                validate61.errors = [{ instancePath: instancePath + "/users", schemaPath: "#/properties/users/maxItems", keyword: "maxItems", params: { limit: 1e3 } }];
                return false;
              } else {
                var valid1 = true;
                const len0 = data0.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  const _errs3 = errors;
                  if (!validate62(data0[i0], { instancePath: instancePath + "/users/" + i0, parentData: data0, parentDataProperty: i0, rootData })) {
                    vErrors = vErrors === null ? validate62.errors : vErrors.concat(validate62.errors);
                    errors = vErrors.length;
                  }
                  var valid1 = _errs3 === errors;
                  if (!valid1) {
                    break;
                  }
                }
              }
            } else {
              validate61.errors = [{ instancePath: instancePath + "/users", schemaPath: "#/properties/users/type", keyword: "type", params: { type: "array" } }];
              return false;
            }
          }
        }
      }
    } else {
      validate61.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate61.errors = vErrors;
  return errors === 0;
}
function validate60(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!validate61(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate61.errors : vErrors.concat(validate61.errors);
    errors = vErrors.length;
  }
  validate60.errors = vErrors;
  return errors === 0;
}
var answer14 = validate65;
var schema109 = { "type": "string", "enum": ["placed", "paid", "shipped", "delivered", "cancelled"] };
var pattern15 = new RegExp("^o-[0-9]{4}$", "u");
var pattern18 = new RegExp("^[A-Z]{3}$", "u");
function validate67(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.orderId === void 0 && (missing0 = "orderId") || data.userId === void 0 && (missing0 = "userId") || data.status === void 0 && (missing0 = "status") || data.items === void 0 && (missing0 = "items") || data.total === void 0 && (missing0 = "total") || data.currency === void 0 && (missing0 = "currency") || data.createdAt === void 0 && (missing0 = "createdAt")) {
        validate67.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.orderId !== void 0) {
          let data0 = data.orderId;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (typeof data0 === "string") {
              if (func2(data0) > 6) {
                validate67.errors = [{ instancePath: instancePath + "/orderId", schemaPath: "#/properties/orderId/maxLength", keyword: "maxLength", params: { limit: 6 } }];
                return false;
              } else {
                if (!pattern15.test(data0)) {
                  validate67.errors = [{ instancePath: instancePath + "/orderId", schemaPath: "#/properties/orderId/pattern", keyword: "pattern", params: { pattern: "^o-[0-9]{4}$" } }];
                  return false;
                }
              }
            } else {
              validate67.errors = [{ instancePath: instancePath + "/orderId", schemaPath: "#/properties/orderId/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.userId !== void 0) {
            let data1 = data.userId;
            const _errs3 = errors;
            const _errs4 = errors;
            if (errors === _errs4) {
              if (typeof data1 === "string") {
                if (func2(data1) > 6) {
                  validate67.errors = [{ instancePath: instancePath + "/userId", schemaPath: "contract#/components/schemas/UserId/maxLength", keyword: "maxLength", params: { limit: 6 } }];
                  return false;
                } else {
                  if (!pattern14.test(data1)) {
                    validate67.errors = [{ instancePath: instancePath + "/userId", schemaPath: "contract#/components/schemas/UserId/pattern", keyword: "pattern", params: { pattern: "^u-[0-9]{4}$" } }];
                    return false;
                  }
                }
              } else {
                validate67.errors = [{ instancePath: instancePath + "/userId", schemaPath: "contract#/components/schemas/UserId/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
            }
            var valid0 = _errs3 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.status !== void 0) {
              let data2 = data.status;
              const _errs6 = errors;
              if (typeof data2 !== "string") {
                validate67.errors = [{ instancePath: instancePath + "/status", schemaPath: "contract#/components/schemas/OrderStatus/type", keyword: "type", params: { type: "string" } }];
                return false;
              }
              if (!(data2 === "placed" || data2 === "paid" || data2 === "shipped" || data2 === "delivered" || data2 === "cancelled")) {
                validate67.errors = [{ instancePath: instancePath + "/status", schemaPath: "contract#/components/schemas/OrderStatus/enum", keyword: "enum", params: { allowedValues: schema109.enum } }];
                return false;
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.items !== void 0) {
                let data3 = data.items;
                const _errs9 = errors;
                if (errors === _errs9) {
                  if (Array.isArray(data3)) {
                    if (data3.length > 50) {
                      validate67.errors = [{ instancePath: instancePath + "/items", schemaPath: "#/properties/items/maxItems", keyword: "maxItems", params: { limit: 50 } }];
                      return false;
                    } else {
                      if (data3.length < 1) {
                        validate67.errors = [{ instancePath: instancePath + "/items", schemaPath: "#/properties/items/minItems", keyword: "minItems", params: { limit: 1 } }];
                        return false;
                      } else {
                        var valid3 = true;
                        const len0 = data3.length;
                        for (let i0 = 0; i0 < len0; i0++) {
                          let data4 = data3[i0];
                          const _errs11 = errors;
                          const _errs12 = errors;
                          if (errors === _errs12) {
                            if (data4 && typeof data4 == "object" && !Array.isArray(data4)) {
                              let missing1;
                              if (data4.productId === void 0 && (missing1 = "productId") || data4.productName === void 0 && (missing1 = "productName") || data4.quantity === void 0 && (missing1 = "quantity") || data4.unitPrice === void 0 && (missing1 = "unitPrice")) {
                                validate67.errors = [{ instancePath: instancePath + "/items/" + i0, schemaPath: "contract#/components/schemas/OrderItem/required", keyword: "required", params: { missingProperty: missing1 } }];
                                return false;
                              } else {
                                if (data4.productId !== void 0) {
                                  let data5 = data4.productId;
                                  const _errs14 = errors;
                                  if (errors === _errs14) {
                                    if (typeof data5 === "string") {
                                      if (func2(data5) > 64) {
                                        validate67.errors = [{ instancePath: instancePath + "/items/" + i0 + "/productId", schemaPath: "contract#/components/schemas/OrderItem/properties/productId/maxLength", keyword: "maxLength", params: { limit: 64 } }];
                                        return false;
                                      } else {
                                        if (!pattern6.test(data5)) {
                                          validate67.errors = [{ instancePath: instancePath + "/items/" + i0 + "/productId", schemaPath: "contract#/components/schemas/OrderItem/properties/productId/pattern", keyword: "pattern", params: { pattern: "^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$" } }];
                                          return false;
                                        }
                                      }
                                    } else {
                                      validate67.errors = [{ instancePath: instancePath + "/items/" + i0 + "/productId", schemaPath: "contract#/components/schemas/OrderItem/properties/productId/type", keyword: "type", params: { type: "string" } }];
                                      return false;
                                    }
                                  }
                                  var valid5 = _errs14 === errors;
                                } else {
                                  var valid5 = true;
                                }
                                if (valid5) {
                                  if (data4.productName !== void 0) {
                                    let data6 = data4.productName;
                                    const _errs16 = errors;
                                    if (errors === _errs16) {
                                      if (typeof data6 === "string") {
                                        if (func2(data6) > 200) {
                                          validate67.errors = [{ instancePath: instancePath + "/items/" + i0 + "/productName", schemaPath: "contract#/components/schemas/OrderItem/properties/productName/maxLength", keyword: "maxLength", params: { limit: 200 } }];
                                          return false;
                                        } else {
                                          if (func2(data6) < 1) {
                                            validate67.errors = [{ instancePath: instancePath + "/items/" + i0 + "/productName", schemaPath: "contract#/components/schemas/OrderItem/properties/productName/minLength", keyword: "minLength", params: { limit: 1 } }];
                                            return false;
                                          }
                                        }
                                      } else {
                                        validate67.errors = [{ instancePath: instancePath + "/items/" + i0 + "/productName", schemaPath: "contract#/components/schemas/OrderItem/properties/productName/type", keyword: "type", params: { type: "string" } }];
                                        return false;
                                      }
                                    }
                                    var valid5 = _errs16 === errors;
                                  } else {
                                    var valid5 = true;
                                  }
                                  if (valid5) {
                                    if (data4.quantity !== void 0) {
                                      let data7 = data4.quantity;
                                      const _errs18 = errors;
                                      if (!(typeof data7 == "number" && (!(data7 % 1) && !isNaN(data7)) && isFinite(data7))) {
                                        validate67.errors = [{ instancePath: instancePath + "/items/" + i0 + "/quantity", schemaPath: "contract#/components/schemas/OrderItem/properties/quantity/type", keyword: "type", params: { type: "integer" } }];
                                        return false;
                                      }
                                      if (errors === _errs18) {
                                        if (typeof data7 == "number" && isFinite(data7)) {
                                          if (data7 > 1e4 || isNaN(data7)) {
                                            validate67.errors = [{ instancePath: instancePath + "/items/" + i0 + "/quantity", schemaPath: "contract#/components/schemas/OrderItem/properties/quantity/maximum", keyword: "maximum", params: { comparison: "<=", limit: 1e4 } }];
                                            return false;
                                          } else {
                                            if (data7 < 1 || isNaN(data7)) {
                                              validate67.errors = [{ instancePath: instancePath + "/items/" + i0 + "/quantity", schemaPath: "contract#/components/schemas/OrderItem/properties/quantity/minimum", keyword: "minimum", params: { comparison: ">=", limit: 1 } }];
                                              return false;
                                            }
                                          }
                                        }
                                      }
                                      var valid5 = _errs18 === errors;
                                    } else {
                                      var valid5 = true;
                                    }
                                    if (valid5) {
                                      if (data4.unitPrice !== void 0) {
                                        let data8 = data4.unitPrice;
                                        const _errs20 = errors;
                                        if (errors === _errs20) {
                                          if (typeof data8 == "number" && isFinite(data8)) {
                                            if (data8 > 999999999e-2 || isNaN(data8)) {
                                              validate67.errors = [{ instancePath: instancePath + "/items/" + i0 + "/unitPrice", schemaPath: "contract#/components/schemas/OrderItem/properties/unitPrice/maximum", keyword: "maximum", params: { comparison: "<=", limit: 999999999e-2 } }];
                                              return false;
                                            } else {
                                              if (data8 < 0 || isNaN(data8)) {
                                                validate67.errors = [{ instancePath: instancePath + "/items/" + i0 + "/unitPrice", schemaPath: "contract#/components/schemas/OrderItem/properties/unitPrice/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                                                return false;
                                              }
                                            }
                                          } else {
                                            validate67.errors = [{ instancePath: instancePath + "/items/" + i0 + "/unitPrice", schemaPath: "contract#/components/schemas/OrderItem/properties/unitPrice/type", keyword: "type", params: { type: "number" } }];
                                            return false;
                                          }
                                        }
                                        var valid5 = _errs20 === errors;
                                      } else {
                                        var valid5 = true;
                                      }
                                    }
                                  }
                                }
                              }
                            } else {
                              validate67.errors = [{ instancePath: instancePath + "/items/" + i0, schemaPath: "contract#/components/schemas/OrderItem/type", keyword: "type", params: { type: "object" } }];
                              return false;
                            }
                          }
                          var valid3 = _errs11 === errors;
                          if (!valid3) {
                            break;
                          }
                        }
                      }
                    }
                  } else {
                    validate67.errors = [{ instancePath: instancePath + "/items", schemaPath: "#/properties/items/type", keyword: "type", params: { type: "array" } }];
                    return false;
                  }
                }
                var valid0 = _errs9 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.total !== void 0) {
                  let data9 = data.total;
                  const _errs22 = errors;
                  if (errors === _errs22) {
                    if (typeof data9 == "number" && isFinite(data9)) {
                      if (data9 > 5e12 || isNaN(data9)) {
                        validate67.errors = [{ instancePath: instancePath + "/total", schemaPath: "#/properties/total/maximum", keyword: "maximum", params: { comparison: "<=", limit: 5e12 } }];
                        return false;
                      } else {
                        if (data9 < 0 || isNaN(data9)) {
                          validate67.errors = [{ instancePath: instancePath + "/total", schemaPath: "#/properties/total/minimum", keyword: "minimum", params: { comparison: ">=", limit: 0 } }];
                          return false;
                        }
                      }
                    } else {
                      validate67.errors = [{ instancePath: instancePath + "/total", schemaPath: "#/properties/total/type", keyword: "type", params: { type: "number" } }];
                      return false;
                    }
                  }
                  var valid0 = _errs22 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.currency !== void 0) {
                    let data10 = data.currency;
                    const _errs24 = errors;
                    if (errors === _errs24) {
                      if (typeof data10 === "string") {
                        if (func2(data10) > 3) {
                          validate67.errors = [{ instancePath: instancePath + "/currency", schemaPath: "#/properties/currency/maxLength", keyword: "maxLength", params: { limit: 3 } }];
                          return false;
                        } else {
                          if (!pattern18.test(data10)) {
                            validate67.errors = [{ instancePath: instancePath + "/currency", schemaPath: "#/properties/currency/pattern", keyword: "pattern", params: { pattern: "^[A-Z]{3}$" } }];
                            return false;
                          }
                        }
                      } else {
                        validate67.errors = [{ instancePath: instancePath + "/currency", schemaPath: "#/properties/currency/type", keyword: "type", params: { type: "string" } }];
                        return false;
                      }
                    }
                    var valid0 = _errs24 === errors;
                  } else {
                    var valid0 = true;
                  }
                  if (valid0) {
                    if (data.createdAt !== void 0) {
                      let data11 = data.createdAt;
                      const _errs26 = errors;
                      if (errors === _errs26) {
                        if (errors === _errs26) {
                          if (typeof data11 === "string") {
                            if (!formats2.test(data11)) {
                              validate67.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/format", keyword: "format", params: { format: "date-time" } }];
                              return false;
                            }
                          } else {
                            validate67.errors = [{ instancePath: instancePath + "/createdAt", schemaPath: "#/properties/createdAt/type", keyword: "type", params: { type: "string" } }];
                            return false;
                          }
                        }
                      }
                      var valid0 = _errs26 === errors;
                    } else {
                      var valid0 = true;
                    }
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate67.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate67.errors = vErrors;
  return errors === 0;
}
function validate66(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.orders === void 0 && (missing0 = "orders")) {
        validate66.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.orders !== void 0) {
          let data0 = data.orders;
          const _errs1 = errors;
          if (errors === _errs1) {
            if (Array.isArray(data0)) {
              if (data0.length > 1e3) {
                validate66.errors = [{ instancePath: instancePath + "/orders", schemaPath: "#/properties/orders/maxItems", keyword: "maxItems", params: { limit: 1e3 } }];
                return false;
              } else {
                var valid1 = true;
                const len0 = data0.length;
                for (let i0 = 0; i0 < len0; i0++) {
                  const _errs3 = errors;
                  if (!validate67(data0[i0], { instancePath: instancePath + "/orders/" + i0, parentData: data0, parentDataProperty: i0, rootData })) {
                    vErrors = vErrors === null ? validate67.errors : vErrors.concat(validate67.errors);
                    errors = vErrors.length;
                  }
                  var valid1 = _errs3 === errors;
                  if (!valid1) {
                    break;
                  }
                }
              }
            } else {
              validate66.errors = [{ instancePath: instancePath + "/orders", schemaPath: "#/properties/orders/type", keyword: "type", params: { type: "array" } }];
              return false;
            }
          }
        }
      }
    } else {
      validate66.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate66.errors = vErrors;
  return errors === 0;
}
function validate65(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!validate66(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate66.errors : vErrors.concat(validate66.errors);
    errors = vErrors.length;
  }
  validate65.errors = vErrors;
  return errors === 0;
}
var answer15 = validate70;
var schema113 = { "type": "string", "enum": ["ok"] };
function validate71(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (errors === 0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.status === void 0 && (missing0 = "status") || data.timestamp === void 0 && (missing0 = "timestamp") || data.version === void 0 && (missing0 = "version") || data.service === void 0 && (missing0 = "service") || data.environment === void 0 && (missing0 = "environment") || data.user === void 0 && (missing0 = "user")) {
        validate71.errors = [{ instancePath, schemaPath: "#/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.status !== void 0) {
          let data0 = data.status;
          const _errs1 = errors;
          if (typeof data0 !== "string") {
            validate71.errors = [{ instancePath: instancePath + "/status", schemaPath: "contract#/components/schemas/ServiceHealth/type", keyword: "type", params: { type: "string" } }];
            return false;
          }
          if (!(data0 === "ok")) {
            validate71.errors = [{ instancePath: instancePath + "/status", schemaPath: "contract#/components/schemas/ServiceHealth/enum", keyword: "enum", params: { allowedValues: schema113.enum } }];
            return false;
          }
          var valid0 = _errs1 === errors;
        } else {
          var valid0 = true;
        }
        if (valid0) {
          if (data.timestamp !== void 0) {
            let data1 = data.timestamp;
            const _errs4 = errors;
            if (errors === _errs4) {
              if (errors === _errs4) {
                if (typeof data1 === "string") {
                  if (!formats2.test(data1)) {
                    validate71.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "#/properties/timestamp/format", keyword: "format", params: { format: "date-time" } }];
                    return false;
                  }
                } else {
                  validate71.errors = [{ instancePath: instancePath + "/timestamp", schemaPath: "#/properties/timestamp/type", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
            }
            var valid0 = _errs4 === errors;
          } else {
            var valid0 = true;
          }
          if (valid0) {
            if (data.version !== void 0) {
              let data2 = data.version;
              const _errs6 = errors;
              if (errors === _errs6) {
                if (typeof data2 === "string") {
                  if (func2(data2) > 64) {
                    validate71.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/maxLength", keyword: "maxLength", params: { limit: 64 } }];
                    return false;
                  }
                } else {
                  validate71.errors = [{ instancePath: instancePath + "/version", schemaPath: "#/properties/version/type", keyword: "type", params: { type: "string" } }];
                  return false;
                }
              }
              var valid0 = _errs6 === errors;
            } else {
              var valid0 = true;
            }
            if (valid0) {
              if (data.service !== void 0) {
                let data3 = data.service;
                const _errs8 = errors;
                if (errors === _errs8) {
                  if (typeof data3 === "string") {
                    if (func2(data3) > 64) {
                      validate71.errors = [{ instancePath: instancePath + "/service", schemaPath: "#/properties/service/maxLength", keyword: "maxLength", params: { limit: 64 } }];
                      return false;
                    }
                  } else {
                    validate71.errors = [{ instancePath: instancePath + "/service", schemaPath: "#/properties/service/type", keyword: "type", params: { type: "string" } }];
                    return false;
                  }
                }
                var valid0 = _errs8 === errors;
              } else {
                var valid0 = true;
              }
              if (valid0) {
                if (data.environment !== void 0) {
                  let data4 = data.environment;
                  const _errs10 = errors;
                  if (errors === _errs10) {
                    if (typeof data4 === "string") {
                      if (func2(data4) > 64) {
                        validate71.errors = [{ instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/maxLength", keyword: "maxLength", params: { limit: 64 } }];
                        return false;
                      }
                    } else {
                      validate71.errors = [{ instancePath: instancePath + "/environment", schemaPath: "#/properties/environment/type", keyword: "type", params: { type: "string" } }];
                      return false;
                    }
                  }
                  var valid0 = _errs10 === errors;
                } else {
                  var valid0 = true;
                }
                if (valid0) {
                  if (data.user !== void 0) {
                    let data5 = data.user;
                    const _errs12 = errors;
                    if (errors === _errs12) {
                      if (typeof data5 === "string") {
                        if (func2(data5) > 256) {
                          validate71.errors = [{ instancePath: instancePath + "/user", schemaPath: "#/properties/user/maxLength", keyword: "maxLength", params: { limit: 256 } }];
                          return false;
                        }
                      } else {
                        validate71.errors = [{ instancePath: instancePath + "/user", schemaPath: "#/properties/user/type", keyword: "type", params: { type: "string" } }];
                        return false;
                      }
                    }
                    var valid0 = _errs12 === errors;
                  } else {
                    var valid0 = true;
                  }
                }
              }
            }
          }
        }
      }
    } else {
      validate71.errors = [{ instancePath, schemaPath: "#/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate71.errors = vErrors;
  return errors === 0;
}
function validate70(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  if (!validate71(data, { instancePath, parentData, parentDataProperty, rootData })) {
    vErrors = vErrors === null ? validate71.errors : vErrors.concat(validate71.errors);
    errors = vErrors.length;
  }
  validate70.errors = vErrors;
  return errors === 0;
}
var answer16 = validate73;
function validate73(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
  let vErrors = null;
  let errors = 0;
  const _errs0 = errors;
  if (errors === _errs0) {
    if (data && typeof data == "object" && !Array.isArray(data)) {
      let missing0;
      if (data.openapi === void 0 && (missing0 = "openapi") || data.info === void 0 && (missing0 = "info") || data.paths === void 0 && (missing0 = "paths")) {
        validate73.errors = [{ instancePath, schemaPath: "contract#/components/schemas/OpenApiDocument/required", keyword: "required", params: { missingProperty: missing0 } }];
        return false;
      } else {
        if (data.openapi !== void 0) {
          let data0 = data.openapi;
          const _errs3 = errors;
          if (errors === _errs3) {
            if (typeof data0 === "string") {
              if (func2(data0) > 16) {
                validate73.errors = [{ instancePath: instancePath + "/openapi", schemaPath: "contract#/components/schemas/OpenApiDocument/properties/openapi/maxLength", keyword: "maxLength", params: { limit: 16 } }];
                return false;
              }
            } else {
              validate73.errors = [{ instancePath: instancePath + "/openapi", schemaPath: "contract#/components/schemas/OpenApiDocument/properties/openapi/type", keyword: "type", params: { type: "string" } }];
              return false;
            }
          }
          var valid1 = _errs3 === errors;
        } else {
          var valid1 = true;
        }
        if (valid1) {
          if (data.info !== void 0) {
            let data1 = data.info;
            const _errs5 = errors;
            if (errors === _errs5) {
              if (!(data1 && typeof data1 == "object" && !Array.isArray(data1))) {
                validate73.errors = [{ instancePath: instancePath + "/info", schemaPath: "contract#/components/schemas/OpenApiDocument/properties/info/type", keyword: "type", params: { type: "object" } }];
                return false;
              }
            }
            var valid1 = _errs5 === errors;
          } else {
            var valid1 = true;
          }
          if (valid1) {
            if (data.paths !== void 0) {
              let data2 = data.paths;
              const _errs8 = errors;
              if (errors === _errs8) {
                if (!(data2 && typeof data2 == "object" && !Array.isArray(data2))) {
                  validate73.errors = [{ instancePath: instancePath + "/paths", schemaPath: "contract#/components/schemas/OpenApiDocument/properties/paths/type", keyword: "type", params: { type: "object" } }];
                  return false;
                }
              }
              var valid1 = _errs8 === errors;
            } else {
              var valid1 = true;
            }
          }
        }
      }
    } else {
      validate73.errors = [{ instancePath, schemaPath: "contract#/components/schemas/OpenApiDocument/type", keyword: "type", params: { type: "object" } }];
      return false;
    }
  }
  validate73.errors = vErrors;
  return errors === 0;
}
var validators = {
  "GET /cases": { "200": answer0 },
  "POST /cases": { "201": answer1 },
  "GET /cases/{caseId}": { "200": answer1 },
  "PUT /cases/{caseId}": { "200": answer1 },
  "GET /cases/{caseId}/upload": { "200": answer2 },
  "GET /cases/{caseId}/files": { "200": answer3 },
  "GET /events": { "200": answer4 },
  "POST /events": { "201": answer5 },
  "GET /events/{eventId}": { "200": answer5 },
  "PUT /events/{eventId}": { "200": answer5 },
  "DELETE /events/{eventId}": { "204": null },
  "GET /products": { "200": answer6 },
  "POST /products": { "201": answer7 },
  "GET /products/{productId}": { "200": answer7 },
  "PUT /products/{productId}": { "200": answer7 },
  "DELETE /products/{productId}": { "204": null },
  "GET /customers/{id}": { "200": answer8 },
  "PUT /customers/{id}": { "200": answer9, "201": answer9 },
  "DELETE /customers/{id}": { "204": null },
  "POST /workflow/submit": { "202": answer10 },
  "GET /workflow/executions/{executionId}": { "200": answer11 },
  "POST /chat": { "200": answer12 },
  "POST /chat/stream": { "200": null },
  "GET /users": { "200": answer13 },
  "GET /orders": { "200": answer14 },
  "GET /status": { "200": answer15 },
  "GET /openapi.json": { "200": answer16 }
};
export {
  validators
};
