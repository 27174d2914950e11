// For the tests: an administrator's values, for the documents of Amazon Q and for all.
export const config = {
  applicationId: 'a1b2c3d4-5678-90ab-cdef-EXAMPLE11111',
  secretArn: 'arn:aws:secretsmanager:us-east-1:123456789012:secret:amazon-q-AbCdEf',
  roleArn: 'arn:aws:iam::123456789012:role/amazon-q',
  serverUrl: 'https://abc123.execute-api.us-east-1.amazonaws.com/prod',
  cognitoDomain: 'frontdesk.auth.us-east-1.amazoncognito.com',
}

export const everyMember = {
  ...config,
  mcpUrl: 'https://api.frontdesk.org/mcp',
  gatewayId: 'frontdesk-abcde12345',
  oauthProviderArn:
    'arn:aws:bedrock-agentcore:us-east-1:123456789012:token-vault/default/oauth2credentialprovider/frontdesk',
  oauthReferenceId: 'MzM3ZTkyMmEtNDM3#Yy1=',
}
