/** Parameters of one run of a query. */
export type Params = Readonly<Record<string, unknown>>

type Stored = Readonly<Record<string, unknown>>

/** The type of the documents that a query lists or finds, where `slug` or `kind` depend on it. */
const TYPES: Readonly<Record<string, string>> = {
  articleBySlug: 'article',
  exerciseBySlug: 'exercise',
  personBySlug: 'person',
  articles: 'article',
  articlesMatching: 'article',
  conditions: 'condition',
  exercises: 'exercise',
  exercisesOfPattern: 'exercise',
}

/** Parameters that name a document by its slug. */
const NAMED: Readonly<Record<string, string>> = {
  condition: 'condition',
  pattern: 'movementPattern',
  topic: 'topic',
  author: 'person',
}

const FIXED: Readonly<Record<string, readonly unknown[]>> = {
  limit: [10_000],
  candidateLimit: [10_000],
  language: [null, 'en'],
  severity: [null, 'absolute', 'relative', 'precaution'],
  bodyRegion: [null, 'lumbar', 'cervical'],
  position: [null, 'supine', 'standing'],
  equipment: [null, 'chair'],
  maxDifficulty: [null, 2],
  axis: [null, 'flexion', 'rotation'],
  urgency: [null, 'immediate', 'urgent'],
  role: [null, 'author', 'medical-reviewer'],
  state: [null, 'current', 'retracted'],
  studyDesign: [null, 'guideline', 'rct'],
  text: [null, 'back', 'walk*'],
}

const MOST_DOCUMENTS = 12

/** Everything that is there, then each filter alone with each of its values; by slug, a dozen documents each. */
export function fittingParams(
  names: readonly string[],
  queryName: string,
  documents: readonly Stored[],
): readonly Params[] {
  const values = names.map((name) => [name, valuesOf(name, TYPES[queryName] ?? '', documents)] as const)
  const first = Object.fromEntries(values.map(([name, [value]]) => [name, value ?? null]))
  const others = values.flatMap(([name, [, ...rest]]) => rest.map((value) => ({...first, [name]: value})))
  return [first, ...others]
}

function valuesOf(name: string, type: string, documents: readonly Stored[]): readonly unknown[] {
  if (name === 'slug') return slugsOf(type, documents)
  if (name === 'kind') {
    const kinds = documents.filter(({_type}) => _type === type).map(({kind}) => kind)
    return [null, ...new Set(kinds)]
  }
  const named = NAMED[name]
  return named === undefined ? (FIXED[name] ?? [null]) : [null, ...slugsOf(named, documents).slice(0, 3)]
}

function slugsOf(type: string, documents: readonly Stored[]): readonly unknown[] {
  const own = documents.filter(({_type}) => _type === type).slice(0, MOST_DOCUMENTS)
  return own.flatMap(({slug}) =>
    typeof slug === 'object' && slug !== null && 'current' in slug ? [slug.current] : [],
  )
}
