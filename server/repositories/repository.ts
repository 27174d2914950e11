// A repository: verbs over one table, of which only those exist that the table's grants allow.

/** A verb before it has a table: a function of the table's verbs that it uses. */
type Verb = (table: never) => unknown

/** The verbs whose needs this table meets. */
export type Repository<Verbs, Table> = {
  [
    Name in keyof Verbs as Verbs[Name] extends (table: infer Needed) => unknown
      ? Table extends Needed
        ? Name
        : never
      : never
  ]: Verbs[Name] extends (table: never) => infer Made ? Made : never
}

export function createRepository<Verbs extends Record<string, Verb>, Table>(verbs: Verbs, table: Table) {
  const made = Object.entries<Verb>(verbs).map(([name, verb]) => [name, verb(table as never)])
  // Safe cast: the type leaves out the verbs that need more than the table has.
  return Object.fromEntries(made) as Repository<Verbs, Table>
}
