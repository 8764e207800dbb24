/** Schema.org's own tables: which terms there are, what is narrower than what, and where properties belong. */
export interface Vocabulary {
  readonly has: (term: string) => boolean
  /** Whether a class is another one or narrower. */
  readonly isA: (type: string, broader: string) => boolean
  /** Classes that a property belongs to. */
  readonly domains: (property: string) => readonly string[]
  /** Classes and data types of its values. */
  readonly ranges: (property: string) => readonly string[]
  readonly isSuperseded: (term: string) => boolean
}

const LINE = /^<http:\/\/schema\.org\/(?<subject>\w+)> <(?<predicate>[^>]+)> <(?<object>[^>]+)> /u
const SCHEMA = 'http://schema.org/'

/** Reads a release of the vocabulary as N-Quads. */
export function readVocabulary(nquads: string): Vocabulary {
  const tables = {
    subClassOf: new Map<string, string[]>(),
    domainIncludes: new Map<string, string[]>(),
    rangeIncludes: new Map<string, string[]>(),
    supersededBy: new Map<string, string[]>(),
    type: new Map<string, string[]>(),
  }
  for (const line of nquads.split('\n')) {
    const {subject, predicate, object} = LINE.exec(line)?.groups ?? {}
    const name = predicate?.replace(/^.*[/#]/u, '') ?? ''
    if (subject && object && isTable(name)) {
      const values = tables[name].get(subject) ?? []
      values.push(object.replace(SCHEMA, ''))
      tables[name].set(subject, values)
    }
  }
  const isA = (type: string, broader: string): boolean =>
    type === broader || (tables.subClassOf.get(type) ?? []).some((parent) => isA(parent, broader))
  return {
    has: (term) => tables.type.has(term),
    isA,
    domains: (property) => tables.domainIncludes.get(property) ?? [],
    ranges: (property) => tables.rangeIncludes.get(property) ?? [],
    isSuperseded: (term) => tables.supersededBy.has(term),
  }

  function isTable(name: string): name is keyof typeof tables {
    return Object.hasOwn(tables, name)
  }
}
