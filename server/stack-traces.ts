// Stack traces that name the sources, in every bundle. Node's --enable-source-maps reads all maps at each cold start;
// this module reads a map when a stack trace first needs it.
import type { SourceMap, SourceMapPayload } from 'node:module'

const maps = new Map<string, SourceMap | undefined>()

/** V8 calls this when code first reads an error's `stack`. */
Error.prepareStackTrace = (error, sites) => [String(error), ...sites.map(String).map(inSources)].join('\n    at ')

const inSources = (site: string) =>
  site.replace(/(file:.+\.mjs):(\d+):(\d+)/, (place, file: string, line: string, column: string) => {
    const origin = mapOf(file)?.findOrigin(Number(line), Number(column))
    return origin && 'fileName' in origin ? `${origin.fileName}:${origin.lineNumber}:${origin.columnNumber}` : place
  })

/** Undefined when the file has no map, or a broken one: reading a stack trace must not fail. */
function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) maps.set(file, readMap(file))
  return maps.get(file)
}

function readMap(file: string): SourceMap | undefined {
  // No imports here: importing these modules would take longer than the project's own code in a cold start.
  const { readFileSync } = process.getBuiltinModule('node:fs')
  const { SourceMap } = process.getBuiltinModule('node:module')
  const { fileURLToPath } = process.getBuiltinModule('node:url')
  try {
    return new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(file)}.map`, 'utf8')) as SourceMapPayload)
  } catch {
    return undefined
  }
}
