// Stack traces in terms of the sources, in every bundle: Node's --enable-source-maps reads all maps at each cold start,
// this one a map when a trace is first asked for.
import type { SourceMap, SourceMapPayload } from 'node:module'

const maps = new Map<string, SourceMap | undefined>()

/** V8 calls this when somebody first reads an error's `stack`. */
Error.prepareStackTrace = (error, sites) => [String(error), ...sites.map(String).map(inSources)].join('\n    at ')

const inSources = (site: string) =>
  site.replace(/(file:.+\.mjs):(\d+):(\d+)/, (place, file: string, line: string, column: string) => {
    const origin = mapOf(file)?.findOrigin(Number(line), Number(column))
    return origin && 'fileName' in origin ? `${origin.fileName}:${origin.lineNumber}:${origin.columnNumber}` : place
  })

/** None where the file has none, or one that cannot be read: a trace must not fail. */
function mapOf(file: string): SourceMap | undefined {
  if (!maps.has(file)) maps.set(file, readMap(file))
  return maps.get(file)
}

function readMap(file: string): SourceMap | undefined {
  // Not imported: that alone takes a cold start longer than Frontdesk's own code.
  const { readFileSync } = process.getBuiltinModule('node:fs')
  const { SourceMap } = process.getBuiltinModule('node:module')
  const { fileURLToPath } = process.getBuiltinModule('node:url')
  try {
    return new SourceMap(JSON.parse(readFileSync(`${fileURLToPath(file)}.map`, 'utf8')) as SourceMapPayload)
  } catch {
    return undefined
  }
}
