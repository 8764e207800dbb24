import {standingReview} from '@spine-center/rules/safety'
import type {Article} from '../content/results.ts'
import {shownCitations, type ShownCitation} from '../html/shownCitations.ts'
import {citationNode} from './citationNode.ts'
import {dayOf} from './dayOf.ts'
import {given} from './given.ts'
import {createGraph, type JsonLdGraph} from './graph.ts'
import {imageNode} from './imageNode.ts'
import type {ConditionNode, FaqPageNode} from './nodes.ts'
import {organizationNode, type SiteOrganization} from './organizationJsonLd.ts'
import {personNode, type Byline} from './personNode.ts'
import {shownFaqs} from './shownFaqs.ts'
import {pageAddress, webAddress} from './webAddress.ts'

type ArticleReference = ShownCitation<NonNullable<Article['citations'][number]>>

/** The page that shows an article. */
export interface ArticleJsonLdOptions {
  /** Whole address of the page. */
  readonly url: string
  /** Who publishes the site, from its settings. */
  readonly publisher?: SiteOrganization | null | undefined
  /** Whole address of a person's page on this site; null for none. Default none. */
  readonly personUrl?: ((person: Byline) => string | null) | undefined
  /** The references that the page lists, from `toHtml` or `renderArticle`. Default: what `toHtml` gives. */
  readonly references?: readonly ArticleReference[] | undefined
  /** Reviews after it do not count, nor credentials that ended before. Default now. */
  readonly now?: Date | undefined
  /** Zone in which the page writes the day of a review, such as `Europe/Lisbon`. Default UTC. */
  readonly timeZone?: string | undefined
}

/**
 * The structured data of an article's page: `MedicalWebPage` about an `Article`, its sources, authors and
 * clinical reviewer, and the questions that it shows with answers. `lastReviewed` and `reviewedBy` come from
 * the clinical review that stands and are left out where there is none; dates of change say nothing of it.
 *
 * @throws TypeError when an address is not a whole one
 *
 * @example
 * ```ts
 * const head = toScript(articleJsonLd(article, {url: 'https://clinic.example/articles/walking'}))
 * ```
 */
export function articleJsonLd(article: Article, options: ArticleJsonLdOptions): JsonLdGraph {
  const {now = new Date(), timeZone = 'UTC', personUrl = () => null} = options
  const url = pageAddress(options.url)
  const people = new Map(article.people.flatMap((person) => (person ? [[person._id, person]] : [])))
  const today = dayOf(now.toISOString(), timeZone)
  const personId = (person: Byline) => webAddress(personUrl(person)) ?? `${url}#person-${person.slug}`
  const authors = article.contributors.flatMap(({role, person}) =>
    role === 'author' ? (people.get(person) ?? []) : [],
  )
  const review = standingReview(article.reviews, now.toISOString())
  const reviewer = people.get(review?.by ?? '')
  const named = [...new Set([...authors, ...(reviewer ? [reviewer] : [])])]
  const publisher = options.publisher ? organizationNode(options.publisher, `${url}#publisher`) : null
  const references = options.references ?? shownCitations(article.body, article)
  const faqs = faqPage(article, url)
  return createGraph([
    {
      '@type': 'MedicalWebPage',
      '@id': url,
      url,
      name: article.title,
      description: article.summary,
      inLanguage: article.language,
      datePublished: article.publishedAt,
      mainEntity: {'@id': `${url}#article`},
      medicalAudience: {'@type': 'MedicalAudience', audienceType: 'Patient'},
      ...given('about', conditionsOf(article)),
      ...given('lastReviewed', review && dayOf(review.at, timeZone)),
      ...given('reviewedBy', reviewer && {'@id': personId(reviewer)}),
      ...given('publisher', publisher && {'@id': publisher['@id']}),
    },
    {
      '@type': 'Article',
      '@id': `${url}#article`,
      headline: article.title,
      description: article.summary,
      inLanguage: article.language,
      datePublished: article.publishedAt,
      mainEntityOfPage: {'@id': url},
      ...given('image', imageNode(article.leadFigure)),
      ...given(
        'author',
        authors.map((person) => ({'@id': personId(person)})),
      ),
      ...given('publisher', publisher && {'@id': publisher['@id']}),
      ...given(
        'citation',
        references.map(({anchor}) => ({'@id': `${url}#${anchor}`})),
      ),
    },
    faqs,
    ...named.map((person) =>
      personNode(person, {id: personId(person), page: webAddress(personUrl(person)), today}),
    ),
    publisher,
    ...references.map(({citation, anchor}) => citationNode(citation, `${url}#${anchor}`)),
  ])
}

// What readers have who the article is for, in the words that they see.
function conditionsOf({audience}: Article): readonly ConditionNode[] {
  return audience.primary.flatMap((condition) =>
    condition ? [{'@type': 'MedicalCondition' as const, name: condition.patientLabel}] : [],
  )
}

function faqPage(article: Article, url: string): FaqPageNode | null {
  const faqs = shownFaqs(article)
  if (faqs.length === 0) return null
  return {
    '@type': 'FAQPage',
    '@id': `${url}#questions`,
    isPartOf: {'@id': url},
    mainEntity: faqs.map(({question, answer}) => ({
      '@type': 'Question',
      name: question,
      acceptedAnswer: {'@type': 'Answer', text: answer},
    })),
  }
}
