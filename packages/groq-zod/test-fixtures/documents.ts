import {Random} from './Random.ts'

/** A stored document. */
export interface StoredDocument {
  readonly _id: string
  readonly _type: string
  readonly _rev: string
  readonly _createdAt: string
  readonly _updatedAt: string
  readonly [key: string]: unknown
}

const TYPES = ['person', 'citation', 'condition', 'exercise', 'article'] as const

/** A set of documents of the fixture schema, each of which Sanity's validation accepts; references may dangle. */
export function makeDocuments(seed: number, count = 16): StoredDocument[] {
  const random = new Random(seed)
  const made = Array.from({length: count}, (_, index) =>
    makeDocument(random, TYPES[index % TYPES.length] ?? 'person', index),
  )
  return [...made, ...makeAssets(random)]
}

class Maker {
  readonly random: Random
  #keys = 0

  constructor(random: Random) {
    this.random = random
  }

  key(): string {
    this.#keys++
    return `k${this.#keys}`
  }

  /** Leaves the field out, or stores an explicit null as the API allows, or fills it. */
  maybe(name: string, make: () => unknown): Record<string, unknown> {
    const chance = this.random.next()
    if (chance < 0.3) return {}
    if (chance < 0.38) return {[name]: null}
    return {[name]: make()}
  }

  text(least = 1, most = 12): string {
    const letters = 'ab cdé 😀z'
    const made = this.random
      .list(least, most, () => this.random.pick(['a', 'b', 'back', ' ', 'é', 'z', '1']))
      .join('')
    return made.length === 0 ? letters.slice(0, least) : made
  }

  reference(type: string, extra: Record<string, unknown> = {}): Record<string, unknown> {
    const id = this.random.chance(0.15) ? 'gone' : `${type}-${this.random.int(0, 4)}`
    return {...extra, _type: 'reference', _ref: id, ...(this.random.chance(0.2) ? {_weak: true} : {})}
  }

  keyedReference(type: string): Record<string, unknown> {
    return this.reference(type, {_key: this.key()})
  }

  slug(): Record<string, unknown> {
    return {_type: 'slug', current: this.random.pick(['walking', 'bridge', 'x-1', 'pool'])}
  }

  image(): Record<string, unknown> {
    return {
      _type: 'figure',
      alt: this.text(),
      ...this.maybe('asset', () => ({_type: 'reference', _ref: 'image-a-10x10-png'})),
      ...this.maybe('crop', () => ({_type: 'sanity.imageCrop', top: 0, bottom: 0.1, left: 0, right: 0})),
      ...this.maybe('hotspot', () => ({_type: 'sanity.imageHotspot', x: 0.5, y: 0.5, height: 1, width: 1})),
    }
  }

  dosage(): Record<string, unknown> {
    return {
      _type: 'dosage',
      sets: this.random.int(1, 10),
      ...this.maybe('intensity', () => this.random.pick([0, 0.5, 7.5, 12])),
      unit: this.random.pick(['rep', 'second']),
      ...this.maybe('level', () => this.random.pick([1, 2, 3])),
      ...this.maybe('range', () => ({min: 1, max: this.random.int(2, 9)})),
    }
  }

  step(depth: number): Record<string, unknown> {
    return {
      _type: 'step',
      _key: this.key(),
      text: `${this.text(3, 9)}abc`,
      ...(depth > 0 ? this.maybe('substeps', () => this.random.list(0, 2, () => this.step(depth - 1))) : {}),
    }
  }

  richText(depth: number): Record<string, unknown>[] {
    return this.random.list(0, 4, () => this.bodyItem(depth))
  }

  bodyItem(depth: number): Record<string, unknown> {
    switch (this.random.int(0, depth > 0 ? 4 : 3)) {
      case 0:
        return {...this.image(), _key: this.key()}
      case 1:
        return {_type: 'exerciseCard', _key: this.key(), exercise: this.reference('exercise')}
      case 4:
        return {
          _type: 'callout',
          _key: this.key(),
          severity: this.random.pick(['info', 'warning', 'danger']),
          ...this.maybe('body', () => this.richText(depth - 1)),
        }
      default:
        return this.block()
    }
  }

  block(): Record<string, unknown> {
    const link = this.key()
    const inline = (): Record<string, unknown> =>
      this.random.chance(0.7)
        ? {
            _type: 'span',
            _key: this.key(),
            text: this.text(0),
            marks: this.random.pick([[], ['strong'], [link]]),
          }
        : {
            _type: 'citationRef',
            _key: this.key(),
            citation: this.reference('citation'),
            ...this.maybe('locator', () => 'p. 3'),
          }
    return {
      _type: 'block',
      _key: this.key(),
      style: this.random.pick(['normal', 'h2']),
      ...(this.random.chance(0.3) ? {listItem: 'bullet', level: 1} : {}),
      ...this.maybe('markDefs', () => [{_type: 'link', _key: link, href: 'https://example.org/a'}]),
      children: this.random.list(0, 3, inline),
    }
  }
}

function makeDocument(random: Random, type: (typeof TYPES)[number], index: number): StoredDocument {
  const make = new Maker(random)
  const base = {
    _id: `${type}-${Math.floor(index / TYPES.length)}`,
    _type: type,
    _rev: `r${index}`,
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: '2026-01-02T00:00:00Z',
  }
  return {...base, ...CONTENT[type](make)}
}

const CONTENT: Record<(typeof TYPES)[number], (make: Maker) => Record<string, unknown>> = {
  person: (make) => ({
    name: make.text(),
    slug: make.slug(),
    ...make.maybe('email', () => 'ann@example.org'),
    ...make.maybe('bio', () => make.text(0)),
    ...make.maybe('born', () => '1980-02-03'),
  }),
  citation: (make) => ({
    title: make.text(),
    year: make.random.int(1990, 2026),
    ...make.maybe('doi', () => '10.1000/xyz'),
    ...make.maybe('authors', () =>
      make.random.list(0, 3, () =>
        make.random.chance(0.5)
          ? {
              _type: 'author',
              _key: make.key(),
              family: make.text(),
              ...make.maybe('given', () => make.text()),
            }
          : make.keyedReference('person'),
      ),
    ),
  }),
  condition: (make) => ({
    label: make.text(),
    slug: make.slug(),
    ...make.maybe('broader', () => make.random.list(0, 2, () => make.keyedReference('condition'))),
    ...make.maybe('place', () => ({_type: 'geopoint', lat: 1.5, lng: 2})),
  }),
  exercise: (make) => ({
    title: make.text(),
    slug: make.slug(),
    kind: make.random.pick(['aerobic', 'strength', 'mobility']),
    difficulty: make.random.int(1, 5),
    steps: make.random.list(1, 4, () => make.step(2)),
    ...make.maybe('dosage', () => make.dosage()),
    ...make.maybe('alternatives', () => make.random.list(0, 3, () => make.keyedReference('exercise'))),
    ...make.maybe('tags', () => make.random.pick([[], ['a'], ['a', 'b']])),
    ...make.maybe('video', () => ({_type: 'file', asset: {_type: 'reference', _ref: 'file-a-mp4'}})),
  }),
  article: (make) => ({
    title: make.text(),
    slug: make.slug(),
    kind: make.random.pick(['guide', 'news']),
    publishedAt: make.random.pick(['2026-01-01T00:00:00Z', '2025-06-01T12:30:00.000Z']),
    ...make.maybe('views', () => make.random.pick([0, 1.5, 900])),
    ...make.maybe('featured', () => make.random.chance(0.5)),
    ...make.maybe('hero', () => make.image()),
    ...make.maybe('seo', () => ({
      _type: 'seo',
      ...make.maybe('title', () => make.text(0)),
      ...make.maybe('noindex', () => true),
      ...make.maybe('canonical', () => make.random.pick(['https://example.org/', ''])),
    })),
    body: make.richText(2),
    author: make.reference('person'),
    ...make.maybe('related', () =>
      make.random.list(0, 3, () => make.keyedReference(make.random.pick(['article', 'exercise']))),
    ),
    ...make.maybe('recommends', () =>
      make.random.list(0, 3, () => ({
        _type: 'exerciseUse',
        _key: make.key(),
        exercise: make.reference('exercise'),
        ...make.maybe('caution', () => make.text()),
        ...make.maybe('dosage', () => make.dosage()),
      })),
    ),
    ...make.maybe('scores', () => make.random.pick([[], [1], [1, 2.5, 3]])),
    ...make.maybe('keyMessages', () => make.random.list(1, 4, () => make.text())),
    ...make.maybe('audience', () => ({
      primary: make.random.list(0, 2, () => make.keyedReference('condition')),
      ...make.maybe('ageBand', () => '18+'),
    })),
  }),
}

function makeAssets(random: Random): StoredDocument[] {
  const common = {
    _rev: 'r',
    _createdAt: '2026-01-01T00:00:00Z',
    _updatedAt: '2026-01-01T00:00:00Z',
    sha1hash: 'a',
    size: 10,
    assetId: 'a',
  }
  return [
    {
      ...common,
      _id: 'image-a-10x10-png',
      _type: 'sanity.imageAsset',
      extension: 'png',
      mimeType: 'image/png',
      path: 'images/p/d/a-10x10.png',
      url: 'https://example.org/a-10x10.png',
      ...(random.chance(0.5)
        ? {
            metadata: {
              _type: 'sanity.imageMetadata',
              dimensions: {_type: 'sanity.imageDimensions', height: 10, width: 10, aspectRatio: 1},
              lqip: 'data:',
            },
          }
        : {}),
    },
    {
      ...common,
      _id: 'file-a-mp4',
      _type: 'sanity.fileAsset',
      extension: 'mp4',
      mimeType: 'video/mp4',
      path: 'files/p/d/a.mp4',
      url: 'https://example.org/a.mp4',
    },
  ]
}
