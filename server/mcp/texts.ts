// What clients are told about the service and its tools. A call of a tool does not need it, so others load it.
import mcp from '../../generated/mcp.json' with { type: 'json' }

export const { instructions, tools } = mcp
