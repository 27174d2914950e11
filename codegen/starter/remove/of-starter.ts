// The files that speak of these commands. Their resources are names for examples, and none of the contract.

const ofStarter = /^codegen\/starter\/|^docs\/(your-own|from-pdk)\.md$/

export const isOfStarter = (file: string): boolean => ofStarter.test(file)
