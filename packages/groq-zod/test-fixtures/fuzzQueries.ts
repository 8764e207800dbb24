import {parse} from 'groq-js'
import {Random} from './Random.ts'

/** Queries from a grammar over the fixture schema: what they read need not exist where they read it. */
export function fuzzQueries(seed: number, count: number): string[] {
  const random = new Random(seed)
  const queries: string[] = []
  while (queries.length < count) {
    const query = new Grammar(random).query()
    if (parses(query)) queries.push(query)
  }
  return queries
}

/** The grammar is a little wider than GROQ: a spread of a dereference, say, is only allowed in some places. */
function parses(query: string): boolean {
  try {
    parse(query)
    return true
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}

const TYPES = ['person', 'citation', 'condition', 'exercise', 'article'] as const
const SCALARS = [
  '_id',
  '_type',
  'title',
  'name',
  'label',
  'kind',
  'difficulty',
  'views',
  'featured',
  'publishedAt',
  'year',
  'doi',
  'email',
  'slug.current',
  'seo.title',
  'dosage.sets',
  'dosage.unit',
  'dosage.range.max',
  'audience.ageBand',
  'place.lat',
] as const
const LISTS = [
  'steps',
  'tags',
  'scores',
  'keyMessages',
  'recommends',
  'body',
  'authors',
  'broader',
  'related',
  'alternatives',
  'audience.primary',
  'steps[].substeps',
  'body[].children',
  'recommends[].dosage',
] as const
const OBJECTS = [
  'slug',
  'seo',
  'dosage',
  'hero',
  'audience',
  'place',
  'author',
  'video',
  'hero.asset',
  'author->',
  'dosage.range',
] as const
const REFERENCES = [
  'author',
  'hero.asset',
  'recommends[].exercise',
  'related[]',
  'alternatives[]',
  'broader[]',
  'audience.primary[]',
] as const
const LITERALS = ['"guide"', '"aerobic"', '"walking"', '1', '3', 'true', 'null', '"article"'] as const

class Grammar {
  readonly #random: Random
  #depth = 0

  constructor(random: Random) {
    this.#random = random
  }

  query(): string {
    const source = this.source()
    switch (this.#random.int(0, 7)) {
      case 0:
        return `count(${source})`
      case 1:
        return `${source}.${this.#random.pick(SCALARS)}`
      case 2:
        return `${source}[0]${this.projection()}`
      case 3:
        return `{"one": ${source}[0]${this.projection()}, "many": ${source}${this.projection()}}`
      case 4:
        return source
      default:
        return `${source}${this.projection()}`
    }
  }

  source(): string {
    const parts = ['*']
    if (this.#random.chance(0.9)) parts.push(`[${this.condition()}]`)
    if (this.#random.chance(0.3)) parts.push(`[${this.condition()}]`)
    if (this.#random.chance(0.3))
      parts.push(` | order(${this.#random.pick(SCALARS)} ${this.#random.pick(['asc', 'desc'])})`)
    if (this.#random.chance(0.1)) parts.push(` | score(${this.#random.pick(SCALARS)} match "a")`)
    if (this.#random.chance(0.2)) parts.push('[0...3]')
    return parts.join('')
  }

  condition(): string {
    this.#depth++
    const simple = this.#depth > 4
    const choice = this.#random.int(0, simple ? 5 : 10)
    const made = this.#conditionOf(choice)
    this.#depth--
    return made
  }

  #conditionOf(choice: number): string {
    const field = this.#random.pick(SCALARS)
    switch (choice) {
      case 0:
      case 1:
        return `_type == "${this.#random.pick(TYPES)}"`
      case 2:
        return `defined(${this.#random.pick([...SCALARS, ...LISTS, ...OBJECTS])})`
      case 3:
        return `${field} ${this.#random.pick(['==', '!=', '<', '>='])} ${this.#random.pick(LITERALS)}`
      case 4:
        return `${field} in [${this.#random.pick(LITERALS)}, ${this.#random.pick(LITERALS)}]`
      case 5:
        return `_type in ["${this.#random.pick(TYPES)}", "${this.#random.pick(TYPES)}"]`
      case 6:
        return `(${this.condition()} && ${this.condition()})`
      case 7:
        return `(${this.condition()} || ${this.condition()})`
      case 8:
        return `!(${this.condition()})`
      case 9:
        return this.#random.pick([
          'references("person-1")',
          'featured',
          `title match "a*"`,
          `count(${this.#random.pick(LISTS)}) > 0`,
        ])
      default:
        return `${this.expression()} == ${this.expression()}`
    }
  }

  projection(): string {
    this.#depth++
    const attributes = this.#random.list(1, 4, () => this.attribute())
    this.#depth--
    return `{${attributes.join(', ')}}`
  }

  attribute(): string {
    switch (this.#random.int(0, 9)) {
      case 0:
        return '...'
      case 1:
        return `...${this.#random.pick(OBJECTS)}`
      case 2:
        return `${this.condition()} => ${this.#depth > 3 ? '{title}' : this.projection()}`
      case 3:
        return this.#random.pick([
          '_id',
          '_type',
          'title',
          'slug',
          'body',
          'dosage',
          'hero',
          'seo',
          'steps',
          'authors',
          'related',
        ])
      case 4:
        return `${this.#random.pick(['slug', 'seo', 'dosage', 'hero', 'audience'])}${this.#depth > 3 ? '{_type}' : this.projection()}`
      default:
        return `"${this.#random.pick(['a', 'b', 'c', 'd'])}": ${this.expression()}`
    }
  }

  expression(): string {
    this.#depth++
    const choice = this.#random.int(0, this.#depth > 4 ? 3 : 17)
    const made = this.#expressionOf(choice)
    this.#depth--
    return made
  }

  #expressionOf(choice: number): string {
    const list = this.#random.pick(LISTS)
    const reference = this.#random.pick(REFERENCES)
    switch (choice) {
      case 0:
      case 1:
        return this.#random.pick(SCALARS)
      case 2:
        return this.#random.pick(LITERALS)
      case 3:
        return this.#random.pick(['@', '_id', '^._id', '^.^.title'])
      case 4:
        return `${list}[]${this.#random.pick(['', '._key', '._type', '.text', '{_key, _type}', '[0]'])}`
      case 5:
        return `${list}[${this.condition()}]`
      case 6:
        return `${reference}->${this.#random.pick(['', 'title', '_id', '{_id, _type, title}', `{${this.attribute()}}`])}`
      case 7:
        return `select(${this.condition()} => ${this.expression()}, ${this.condition()} => ${this.expression()}, ${this.expression()})`
      case 8:
        return `coalesce(${this.expression()}, ${this.expression()})`
      case 9:
        return `${this.#random.pick(['count', 'length', 'defined', 'string', 'upper', 'round', 'dateTime', 'pt::text', 'math::sum', 'math::max', 'array::unique', 'array::compact', '!', '-'])}(${this.expression()})`
      case 10:
        return `(${this.expression()} ${this.#random.pick(['+', '-', '*', '/', '==', '<', 'in', 'match', '%'])} ${this.expression()})`
      case 11:
        return `[${this.expression()}, ${this.expression()}, ...${list}]`
      case 12:
        return `{${this.attribute()}, ${this.attribute()}}`
      case 13:
        return `*[_type == "${this.#random.pick(TYPES)}" && ${this.#random.pick(['references(^._id)', '_id == ^._id', 'defined(title)'])}]${this.projection()}`
      case 14:
        return `(${this.condition()})`
      case 15:
        return `array::join(${list}[].${this.#random.pick(['_key', 'text', 'title'])}, ",")`
      case 16:
        return `${list}[]${this.projection()}`
      default:
        return `${this.#random.pick(OBJECTS)}${this.projection()}`
    }
  }
}
