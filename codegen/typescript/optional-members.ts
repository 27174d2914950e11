// Optional members of what callers send: `undefined` is one of their values, as callers with exactOptionalPropertyTypes write it.
import ts from 'typescript'

/** The sections of components that a caller sends. */
const sentSections = new Set(['parameters', 'requestBodies'])

/** @param isSent Whether callers send values of the schema of this name. */
export function withUndefined(nodes: readonly ts.Node[], isSent: (schema: string) => boolean): ts.Node[] {
  const inSection = (section: ts.PropertySignature) => {
    const name = nameOf(section)
    if (sentSections.has(name)) return optional(section)
    return name === 'schemas'
      ? mapMembers(section, (schema) => (isSent(nameOf(schema)) ? optional(schema) : schema))
      : section
  }
  const inOperation = (operation: ts.PropertySignature) =>
    mapMembers(operation, (part) => {
      if (nameOf(part) === 'parameters') return mapMembers(part, optional)
      return nameOf(part) === 'requestBody' ? optional(part) : part
    })
  return nodes.map((node) => {
    if (!ts.isInterfaceDeclaration(node)) return node
    const map = { components: inSection, operations: inOperation, paths: inOperation }[node.name.text]
    if (!map) return node
    const members = node.members.map((member) => (ts.isPropertySignature(member) ? map(member) : member))
    return withComments(
      ts.factory.createInterfaceDeclaration(
        node.modifiers,
        node.name,
        node.typeParameters,
        node.heritageClauses,
        members,
      ),
      node,
    )
  })
}

const nameOf = ({ name }: ts.PropertySignature) => (ts.isIdentifier(name) || ts.isStringLiteral(name) ? name.text : '')

function mapMembers(member: ts.PropertySignature, map: (member: ts.PropertySignature) => ts.PropertySignature) {
  if (!member.type || !ts.isTypeLiteralNode(member.type)) return member
  const members = member.type.members.map((inner) => (ts.isPropertySignature(inner) ? map(inner) : inner))
  return withType(member, ts.factory.createTypeLiteralNode(members))
}

/** The member with `undefined` among the values of each optional member below it. */
function optional(member: ts.PropertySignature): ts.PropertySignature {
  const visit = (node: ts.Node): ts.Node => {
    const mapped = ts.visitEachChild(node, visit, undefined)
    if (!ts.isPropertySignature(mapped) || !mapped.questionToken || !mapped.type) return mapped
    if (mapped.type.kind === ts.SyntaxKind.NeverKeyword) return mapped
    const type = ts.factory.createUnionTypeNode([
      ...(ts.isUnionTypeNode(mapped.type) ? mapped.type.types : [mapped.type]),
      ts.factory.createKeywordTypeNode(ts.SyntaxKind.UndefinedKeyword),
    ])
    return withType(mapped, type)
  }
  return member.type ? withType(member, ts.visitNode(member.type, visit) as ts.TypeNode) : member
}

const withType = (member: ts.PropertySignature, type: ts.TypeNode) =>
  withComments(ts.factory.createPropertySignature(member.modifiers, member.name, member.questionToken, type), member)

/** A made node has the comments of the node whose place it takes. */
function withComments<Made extends ts.Node>(made: Made, before: ts.Node): Made {
  const comments = ts.getSyntheticLeadingComments(before)
  return comments ? ts.setSyntheticLeadingComments(made, comments) : made
}
