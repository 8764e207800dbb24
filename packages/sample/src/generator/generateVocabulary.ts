import {objectList} from '../builders/objectList.ts'
import {references} from '../builders/reference.ts'
import type {SampleDocument} from '../builders/sampleDocument.ts'
import {
  generatedId,
  generatedName,
  referTo,
  referToAny,
  referToSome,
  type GeneratorContext,
} from './generatorContext.ts'
import type {GeneratedType} from './plan.ts'
import {label, sentence, sentences} from './prose.ts'
import type {Random} from './random.ts'

type Fields = Readonly<Record<string, unknown>>
type Maker = (context: GeneratorContext, random: Random, index: number) => Fields

const slug = (index: number): Fields => ({slug: {_type: 'slug', current: generatedName(index)}})

/** Points at an earlier document of the same type, so that no hierarchy has a cycle. */
function broader(type: GeneratedType, random: Random, index: number): Fields {
  return index < 4 ? {} : {broader: references(generatedId(type, random.between(0, Math.min(index - 1, 3))))}
}

const makers: Readonly<Record<string, Maker>> = {
  organization: (_context, random, index) => ({
    name: `Generated organization ${label(random, index)}`,
    kind: random.pick(['clinic', 'publisher', 'guideline-body', 'journal']),
    url: `https://example.org/${generatedName(index)}`,
  }),
  person: (context, random, index) => ({
    ...slug(index),
    name: {given: 'Generated', family: `Person ${index + 1}`},
    roles: ['author', 'editor'],
    bio: sentences(random, 2),
    clinicalScope: 'non-clinician',
    affiliations: referToSome(context, random, 'organization', 1),
  }),
  topic: (_context, random, index) => ({
    ...slug(index),
    label: `Topic ${label(random, index)}`,
    synonyms: [label(random, index), `${label(random, index)} again`],
    ...broader('topic', random, index),
  }),
  glossaryTerm: (_context, random, index) => ({
    ...slug(index),
    term: `Term ${label(random, index)}`,
    language: 'en',
    definition: sentence(random),
  }),
  disclaimer: (_context, random, index) => ({
    key: index === 0 ? 'general' : `general-${index + 1}`,
    language: 'en',
    text: `Generated for tests and measurements; nobody reviewed it. ${sentences(random, 3)}`,
    placement: 'top',
    version: '1',
  }),
  condition: (_context, random, index) => ({
    ...slug(index),
    label: `Condition ${label(random, index)}`,
    patientLabel: `a generated condition, number ${index + 1}`,
    kind: random.pick(['pain-stage', 'diagnosis', 'life-stage', 'post-procedure', 'risk-factor']),
    question: `Does the generated condition number ${index + 1} apply to you?`,
    stages: objectList('conditionStage', [
      {_key: 'early', key: 'early', label: 'Early', min: 0, max: 6, unit: 'weeks'},
      {_key: 'late', key: 'late', label: 'Late', min: 6, unit: 'weeks'},
    ]),
  }),
  movementPattern: (_context, random, index) => ({
    ...slug(index),
    label: `Pattern ${label(random, index)}`,
    definition: sentences(random, 2),
    axis: random.pick(['flexion', 'extension', 'rotation', 'axial-load', 'balance', 'posture']),
    joints: random.sample(['lumbar-spine', 'thoracic-spine', 'hip', 'knee', 'shoulder'], 2),
    // Even and odd patterns are separate trees: rules restrict the odd ones alone.
    ...(index < 4
      ? {}
      : {
          broader: references(
            generatedId('movementPattern', index - 2 * random.between(1, Math.floor(index / 2))),
          ),
        }),
  }),
  carePathway: (context, random, index) => ({
    ...slug(index),
    heading: `Get help: generated pathway ${index + 1}`,
    language: 'en',
    urgency: index === 0 ? 'immediate' : random.pick(['urgent', 'non-urgent']),
    signs: objectList(
      'warningSign',
      Array.from({length: 4}, () => ({text: sentence(random)})),
    ),
    action: {text: sentence(random), contactKind: index === 0 ? 'emergency-services' : 'urgent-care'},
    sources: referToSome(context, random, 'citation', 2),
  }),
  feed: (context, random, index) => ({
    title: `Generated feed ${index + 1}`,
    key: index === 0 ? 'article-end' : `feed-${index + 1}`,
    placements: ['article-end'],
    slots: objectList('feedSlot', [
      {kind: 'campaign', limit: 1},
      {kind: 'pinned', pin: referToAny(context, random, 'article')},
      {
        kind: 'rule',
        rule: {_type: 'feedRule', topics: {any: referToSome(context, random, 'topic', 4)}, languages: ['en']},
        limit: 4,
        diversity: {maxPerTopic: 3, maxPerAuthor: 2},
      },
      {kind: 'fallback', rule: {_type: 'feedRule', languages: ['en']}},
    ]),
    limit: 6,
    minItems: 2,
    excludeSelf: true,
    dedupe: ['canonical'],
    sort: ['newest'],
  }),
  campaign: (context, random, index) => ({
    ...slug(index),
    title: `Generated campaign ${index + 1}`,
    status: 'active',
    window: {
      _type: 'schedule',
      zone: 'America/New_York',
      recurrence: 'yearly',
      yearly: {
        from: `${String(index * 3 + 1).padStart(2, '0')}-01`,
        to: `${String(index * 3 + 2).padStart(2, '0')}-15`,
      },
      disambiguation: 'compatible',
    },
    items: objectList('campaignItem', [{article: referToAny(context, random, 'article'), weight: 1}]),
    feeds: references(generatedId('feed', 0)),
    priority: index + 1,
  }),
  siteSettings: () => ({
    title: 'Generated site',
    organization: referTo('organization', 0),
    timeZone: 'America/New_York',
    emergencyNumbers: objectList('emergencyNumber', [{_key: 'en-US', locale: 'en-US', number: '911'}]),
    disclaimer: referTo('disclaimer', 0),
    relatedFeed: referTo('feed', 0),
    reviewIntervalMonths: 36,
    readingGradeTarget: 8,
    bannedPhrases: ['cures', 'guaranteed'],
  }),
}

/** A document of the vocabulary: everything but articles, exercises, rules and citations. */
export function generateVocabulary(
  context: GeneratorContext,
  type: GeneratedType,
  index: number,
): SampleDocument {
  const make = makers[type]
  if (make === undefined) throw new TypeError(`"${type}" is not part of the vocabulary.`)
  return {_id: generatedId(type, index), _type: type, ...make(context, context.randomFor(type, index), index)}
}
