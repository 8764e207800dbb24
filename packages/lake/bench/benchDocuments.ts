import type {JsonObject} from '../src/json/isJsonObject.ts'

const WORDS =
  'back neck hip knee lift bend turn breathe hold slow walk rest load range pain spine trunk floor wall mat'.split(
    ' ',
  )

/** Makes numbers that look random and are the same on every machine. */
function createRandom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/**
 * Documents for measuring: half of them articles of twenty blocks (about 8 KB), the rest small, all referring to each
 * other and all references whole.
 */
export function* benchDocuments(count: number): Generator<JsonObject> {
  const random = createRandom(count)
  const pick = (limit: number): number => Math.floor(random() * limit)
  const text = (length: number): string => Array.from({length}, () => WORDS[pick(WORDS.length)]).join(' ')
  const people = Math.max(3, Math.floor(count / 100))
  const others = Math.max(3, Math.floor((count - people) / 2))
  const articles = count - people - others
  const reference = (prefix: string, limit: number): JsonObject => ({
    _type: 'reference',
    _ref: `${prefix}-${pick(limit)}`,
  })
  for (let n = 0; n < people; n += 1)
    yield {_id: `person-${n}`, _type: 'person', name: text(2), bio: text(60)}
  for (let n = 0; n < others; n += 1) {
    const steps = Array.from({length: 6}, (_, step) => ({_key: `s${step}`, text: text(20)}))
    const difficulty = pick(5)
    const kind = WORDS[pick(8)]
    yield {
      _id: `exercise-${n}`,
      _type: 'exercise',
      title: text(4),
      slug: {current: `exercise-${n}`},
      difficulty,
      kind,
      steps,
    }
  }
  for (let n = 0; n < articles; n += 1) {
    yield {
      _id: `article-${n}`,
      _type: 'article',
      title: text(6),
      slug: {current: `article-${n}`},
      publishedAt: new Date(1.6e12 + pick(2e8) * 1000).toISOString(),
      author: reference('person', people),
      reviewer: reference('person', people),
      exercise: reference('exercise', others),
      body: Array.from({length: 20}, (_, block) => ({
        _key: `b${block}`,
        _type: 'block',
        style: 'normal',
        markDefs: [],
        children: [{_key: 'c', _type: 'span', marks: [], text: text(55)}],
      })),
    }
  }
}
