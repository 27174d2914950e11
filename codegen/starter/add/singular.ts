// The singular of a plural. A plural that cannot be told from its singular, or that has two singulars, has none here.

/** Plurals that no rule gives. */
const irregular = new Map(
  Object.entries({
    people: 'person',
    children: 'child',
    men: 'man',
    women: 'woman',
    criteria: 'criterion',
    aliases: 'alias',
    atlases: 'atlas',
    biases: 'bias',
    canvases: 'canvas',
    lenses: 'lens',
    taxis: 'taxi',
    quizzes: 'quiz',
    niches: 'niche',
    avalanches: 'avalanche',
    tranches: 'tranche',
    quiches: 'quiche',
    cliches: 'cliche',
    brioches: 'brioche',
    creches: 'creche',
    posses: 'posse',
    impasses: 'impasse',
    matrices: 'matrix',
    vertices: 'vertex',
    vortices: 'vortex',
    indices: 'index',
    appendices: 'appendix',
    codices: 'codex',
  }),
)

/** Words whose last `s` is none of a plural, and plurals of two words: of leaf and leave, of axis and axe. */
const uncounted = new Set([
  ...['series', 'species', 'news', 'logistics', 'analytics', 'sms', 'dns', 'gas', 'chaos', 'debris', 'iris', 'corps'],
  ...['headquarters', 'means', 'leaves', 'axes'],
  ...[...irregular.values()].filter((word) => word.endsWith('s')),
])

/** The first that fits gives the singular: its first group, and the ending. */
const endings: [plural: RegExp, ending: string][] = [
  [/^((?:sk|[cgt]p|gur|haik|men|em)u)s$/, ''],
  [/^((?:|neck)ti|(?:|mag)pi|li|di)es$/, 'e'],
  [/^((?:calor|cook|mov|zomb|brown|gen|hood|self|rook|prair|sort|newb|freeb|group|smooth|bird|book|pix)i)es$/, 'e'],
  [/(.*[^aeiou])ies$/, 'y'],
  // Wolves, knives and thieves, but not valves, archives and olives.
  [/(.*(?:shel|wol|(?:^|be)hal|^cal|^el|(?:^|our)sel|thie|loa|shea|scar|whar|dwar|hoo))ves$/, 'f'],
  [/(.*(?:kni|(?:^|after)li|wi))ves$/, 'fe'],
  [/(.*(?:naly|raly|cri|agno|ogno|the|empha|oa|synop|ellip|gene))ses$/, 'sis'],
  [/(.*gas)es$/, ''],
  // Headaches and caches, but not beaches and coaches.
  [/(.*(?:[^aeo]|^)ache)s$/, ''],
  [/(.*(?:^(?:[tfhwrd]|al|ob|sl|fl|thr|tipt|can|mistlet)|sh)oe)s$/, ''],
  [/(^(?:re|mis|dis|ab|f|m|r|ref|exc|recl)?use)s$/, ''],
  // Boxes, heroes and statuses, but not sizes, houses and causes.
  [/(.*(?:ss|sh|ch|x|zz|tz|[^aeiou]o|[^ao]us))es$/, ''],
  // A word in -sis is a singular, as analysis.
  [/(.*[^su])(?<![sx]i)s$/, ''],
]

export function singular(plural: string): string | undefined {
  const known = irregular.get(plural)
  if (known !== undefined || uncounted.has(plural)) return known
  for (const [pattern, ending] of endings) {
    const [, stem] = pattern.exec(plural) ?? []
    if (stem !== undefined) return stem + ending
  }
  return undefined
}
