import {objectList} from '../../builders/objectList.ts'
import {reference, references} from '../../builders/reference.ts'
import {sluggedDocument, type SampleDocument} from '../../builders/sampleDocument.ts'
import {alternatives} from '../exercises/exercise.ts'

type Fields = Readonly<Record<string, unknown>>

/** A recommended or discouraged exercise, by slug. */
export interface Use {
  readonly exercise: string
  readonly wording?: string
  readonly caution?: string
  readonly reason?: string
  readonly alternatives?: readonly (readonly [slug: string, why: string])[]
}

/** A claim with its key; its text stands word for word in the body. */
export interface Claim {
  readonly key: string
  readonly text: string
  readonly kind: string
  readonly status: 'supported' | 'unsupported' | 'disputed' | 'opinion'
  readonly figures?: readonly Fields[]
  readonly evidence?: readonly {
    readonly citation: string
    readonly stance: string
    readonly agreement: string
    readonly locator?: string
    readonly note?: string
  }[]
}

interface Article {
  readonly title: string
  readonly summary: string
  readonly keyMessages: readonly string[]
  readonly publishedAt: string
  /** Slugs of conditions. */
  readonly audience: {
    readonly primary: readonly string[]
    readonly alsoFor?: readonly string[]
    readonly notFor?: readonly string[]
    readonly ageBand?: string
  }
  readonly topics: readonly string[]
  readonly bodyRegions?: readonly string[]
  readonly body: readonly Fields[]
  readonly kind?: string
  readonly claims?: readonly Claim[]
  readonly recommends?: readonly Use[]
  readonly discourages?: readonly Use[]
  /** Slugs of care pathways beside that for cauda equina, which every article carries. */
  readonly carePathways?: readonly string[]
  readonly contributors?: readonly (readonly [person: string, role: string])[]
  readonly [field: string]: unknown
}

function conditionReferences(slugs: readonly string[] | undefined): readonly unknown[] | undefined {
  return slugs && references(...slugs.map((slug) => `condition-${slug}`))
}

function withoutEmpty(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

function uses(entries: readonly Use[] | undefined): readonly Fields[] | undefined {
  return (
    entries &&
    objectList(
      'exerciseUse',
      entries.map(({exercise, alternatives: instead, ...text}) =>
        withoutEmpty({
          _key: exercise,
          exercise: reference(`exercise-${exercise}`),
          ...text,
          alternatives: instead && alternatives(instead),
        }),
      ),
    )
  )
}

function claimObjects(claims: readonly Claim[] | undefined): readonly Fields[] | undefined {
  return (
    claims &&
    objectList(
      'claim',
      claims.map(({key, figures, evidence, ...claim}) =>
        withoutEmpty({
          _key: key,
          ...claim,
          figures: figures && objectList('claimFigure', figures),
          evidence:
            evidence &&
            objectList(
              'claimEvidence',
              evidence.map(({citation, ...found}) => ({
                _key: citation,
                citation: reference(`citation-${citation}`),
                ...found,
              })),
            ),
        }),
      ),
    )
  )
}

/** An article document with what all sample articles share: disclaimer, emergency pathway, no reviews. */
export function article(slug: string, facts: Article): SampleDocument {
  const {audience, topics, claims, recommends, discourages, carePathways, contributors, ...fields} = facts
  const pathways = ['cauda-equina', ...(carePathways ?? [])].map((name) => `care-pathway-${name}`)
  return sluggedDocument(
    'article',
    slug,
    withoutEmpty({
      kind: 'blog',
      language: 'en',
      ...fields,
      audience: withoutEmpty({
        primary: conditionReferences(audience.primary),
        alsoFor: conditionReferences(audience.alsoFor),
        notFor: conditionReferences(audience.notFor),
        ageBand: audience.ageBand ?? 'adult',
        readingLevelTarget: 8,
      }),
      topics: references(...topics.map((name) => `topic-${name}`)),
      claims: claimObjects(claims),
      recommends: uses(recommends),
      discourages: uses(discourages),
      carePathways: references(...pathways),
      disclaimer: reference('disclaimer-sample'),
      contributors: objectList(
        'contributor',
        (contributors ?? [['sample-editor', 'author']]).map(([person, role]) => ({
          person: reference(`person-${person}`),
          role,
        })),
      ),
      nextReviewDue: '2027-11-01',
    }),
  )
}

/** A claim's words by its key, so that body and claim cannot drift apart. */
export function claimText(claims: readonly Claim[], key: string): string {
  const found = claims.find((claim) => claim.key === key)
  if (found === undefined)
    throw new TypeError(`No claim has the key "${key}": add it to the claims of this article.`)
  return found.text
}
