import {objectList} from '../builders/objectList.ts'
import {reference, references} from '../builders/reference.ts'
import {plainDocument, sluggedDocument, type SampleDocument} from '../builders/sampleDocument.ts'

const holidayArticle = 'article-how-to-manage-back-pain-during-holiday-travel'

/** Seasonal posts show through their campaign alone, never through a rule. */
const notSeasonal = references(holidayArticle)

/** Below each article: a running campaign, a pinned article, then what the rule finds. */
const articleEnd = plainDocument('feed', 'article-end', {
  title: 'More on exercise and prevention',
  key: 'article-end',
  placements: ['article-end'],
  slots: objectList('feedSlot', [
    {kind: 'campaign', limit: 1},
    {kind: 'pinned', pin: reference('article-what-kinds-of-exercise-help-lower-back-pain')},
    {
      kind: 'rule',
      rule: {
        _type: 'feedRule',
        topics: {
          any: references(
            'topic-exercise-and-prevention',
            'topic-low-back-pain',
            'topic-joint-health',
            'topic-neck-pain',
          ),
        },
        languages: ['en'],
        maxReadingGrade: 10,
        exclude: notSeasonal,
      },
      limit: 4,
      diversity: {maxPerTopic: 3},
    },
    {kind: 'fallback', rule: {_type: 'feedRule', languages: ['en'], exclude: notSeasonal}},
  ]),
  limit: 6,
  minItems: 3,
  excludeSelf: true,
  dedupe: ['canonical', 'translation-group'],
  sort: ['newest'],
})

const newsletter = plainDocument('feed', 'newsletter', {
  title: 'From the clinic this month',
  key: 'newsletter',
  placements: ['newsletter'],
  slots: objectList('feedSlot', [
    {kind: 'campaign', limit: 2},
    {
      kind: 'rule',
      rule: {_type: 'feedRule', kinds: ['patient-guide', 'blog'], languages: ['en'], exclude: notSeasonal},
      limit: 4,
      diversity: {maxPerTopic: 2},
    },
  ]),
  limit: 5,
  minItems: 2,
  fallback: reference('feed-article-end'),
  excludeSelf: true,
  dedupe: ['canonical'],
  sort: ['newest', 'title'],
  utm: {source: 'newsletter', medium: 'email', campaign: 'monthly-letter'},
})

export const feeds: readonly SampleDocument[] = [articleEnd, newsletter]

function yearly(from: string, to: string): Readonly<Record<string, unknown>> {
  return {
    _type: 'schedule',
    zone: 'America/New_York',
    recurrence: 'yearly',
    yearly: {from, to},
    disambiguation: 'compatible',
  }
}

export const campaigns: readonly SampleDocument[] = [
  sluggedDocument('campaign', 'holiday-travel', {
    title: 'Holiday travel',
    status: 'active',
    window: yearly('11-01', '12-31'),
    items: objectList('campaignItem', [{article: reference(holidayArticle), weight: 1}]),
    feeds: references('feed-article-end', 'feed-newsletter'),
    priority: 20,
    owner: reference('person-sample-editor'),
  }),
  sluggedDocument('campaign', 'new-year', {
    title: 'New year, first steps',
    status: 'active',
    window: yearly('12-26', '01-31'),
    items: objectList('campaignItem', [
      {article: reference('article-getting-started-with-pool-walking'), weight: 2},
      {article: reference('article-lifestyle-changes-to-help-combat-lower-back-pain'), weight: 1},
    ]),
    feeds: references('feed-newsletter'),
    priority: 10,
    owner: reference('person-sample-editor'),
  }),
]
