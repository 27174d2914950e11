// What is used of the client of Bedrock: a bundle of its own, which the first use loads.
export { BedrockRuntimeClient, ConverseCommand, ConverseStreamCommand } from '@aws-sdk/client-bedrock-runtime'
