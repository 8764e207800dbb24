import {objectList} from '../builders/objectList.ts'
import {
  bullets,
  cited,
  claimed,
  explained,
  heading,
  paragraph,
  portableText,
  type BlockObject,
  type Draft,
} from '../builders/portableText.ts'
import {references} from '../builders/reference.ts'
import type {SampleDocument} from '../builders/sampleDocument.ts'
import {gentleIndex, gentleReferences} from './generateExercise.ts'
import {
  dayBefore,
  generatedId,
  generatedName,
  referTo,
  referToAny,
  referToSome,
  type GeneratorContext,
} from './generatorContext.ts'
import {sentence, sentences, textUpTo, title} from './prose.ts'
import type {Random} from './random.ts'

interface Claim {
  readonly _key: string
  readonly text: string
}

/** Two paragraphs of every five carry a claim or a reference, as in a careful article. */
function textBlocks(
  context: GeneratorContext,
  random: Random,
  claims: readonly Claim[],
): readonly (Draft | BlockObject)[] {
  const citation = (): string => generatedId('citation', random.between(0, context.plan.citation - 1))
  const term = generatedId('glossaryTerm', random.between(0, context.plan.glossaryTerm - 1))
  const claimBlocks = claims.map(({_key, text}) =>
    paragraph(`${sentence(random)} `, claimed(_key, text), '.', cited(citation())),
  )
  return [
    paragraph(sentences(random, 3)),
    heading(sentence(random).slice(0, -1)),
    ...claimBlocks,
    paragraph(`${sentence(random)} A `, explained(term, 'word to know'), ` follows. ${sentence(random)}`),
    heading(sentence(random).slice(0, -1), 'h3'),
    paragraph(sentences(random, 2)),
    ...bullets(sentence(random), sentence(random), sentence(random)),
    paragraph(sentences(random, 2), cited(citation(), `p. ${random.between(1, 900)}`)),
    paragraph(sentences(random, 3)),
  ]
}

function objectBlocks(context: GeneratorContext, random: Random, gentle: number): readonly BlockObject[] {
  return [
    {_type: 'carePathwayRef', carePathway: referTo('carePathway', 0)},
    {_type: 'exerciseCard', exercise: referTo('exercise', gentle)},
    {
      _type: 'exerciseList',
      intent: 'neutral',
      heading: 'More exercises',
      exercises: gentleReferences(context, random, 3),
    },
    {_type: 'warning', severity: 'caution', heading: 'Take care', text: sentences(random, 2)},
    {
      _type: 'tableBlock',
      caption: sentence(random),
      headerRow: true,
      rows: objectList('tableRow', [{cells: ['What', 'Why']}, {cells: [sentence(random), sentence(random)]}]),
    },
    {_type: 'faqList', heading: 'Questions'},
    {_type: 'disclaimerRef', disclaimer: referTo('disclaimer', 0)},
  ]
}

function claimsOf(
  context: GeneratorContext,
  random: Random,
): {claims: readonly Claim[]; stored: readonly unknown[]} {
  const claims = [1, 2, 3].map((number) => ({_key: `c${number}`, text: sentence(random).slice(0, -1)}))
  const stored = objectList(
    'claim',
    claims.map((claim) => ({
      ...claim,
      kind: 'effect',
      status: 'supported',
      evidence: objectList('claimEvidence', [
        {
          citation: referToAny(context, random, 'citation'),
          stance: 'supports',
          agreement: 'partly',
          locator: 'Abstract',
        },
      ]),
    })),
  )
  return {claims, stored}
}

function exerciseUses(
  context: GeneratorContext,
  random: Random,
  gentle: number,
): Readonly<Record<string, unknown>> {
  const restricted = random.between(0, Math.floor(context.plan.exercise / 4) - 1) * 4 + 3
  const instead = {exercise: referTo('exercise', gentleIndex(context, random)), why: sentence(random)}
  return {
    recommends: objectList('exerciseUse', [
      {exercise: referTo('exercise', gentle), caution: sentence(random)},
    ]),
    discourages: objectList('exerciseUse', [
      {
        exercise: referTo('exercise', restricted),
        reason: sentence(random),
        alternatives: objectList('alternative', [instead]),
      },
    ]),
  }
}

/** An article of about 20 blocks and 9 KB. */
export function generateArticle(context: GeneratorContext, index: number): SampleDocument {
  const random = context.randomFor('article', index)
  const gentle = gentleIndex(context, random)
  const {claims, stored} = claimsOf(context, random)
  const published = random.between(1, 3650)
  return {
    _id: generatedId('article', index),
    _type: 'article',
    title: title(random, index),
    slug: {_type: 'slug', current: `article-${generatedName(index)}`},
    language: 'en',
    kind: random.pick(['patient-guide', 'blog', 'faq', 'news']),
    summary: textUpTo(random, 155),
    keyMessages: [`${sentence(random)} (1)`, `${sentence(random)} (2)`],
    audience: {
      primary: referToSome(context, random, 'condition', random.between(1, 2)),
      ageBand: 'adult',
      readingLevelTarget: 8,
    },
    topics: referToSome(context, random, 'topic', random.between(1, 3)),
    bodyRegions: random.sample(['lumbar', 'cervical', 'hip'], 1),
    body: portableText(...textBlocks(context, random, claims), ...objectBlocks(context, random, gentle)),
    faqs: objectList('faq', [
      {
        question: `What about part ${index + 1}?`,
        status: 'answered',
        answer: portableText(paragraph(sentences(random, 2))),
      },
    ]),
    claims: stored,
    ...exerciseUses(context, random, gentle),
    carePathways: references(generatedId('carePathway', 0)),
    disclaimer: referTo('disclaimer', 0),
    contributors: objectList('contributor', [
      {person: referToAny(context, random, 'person'), role: 'author'},
    ]),
    publishedAt: `${dayBefore(context, published)}T${String(random.between(8, 18)).padStart(2, '0')}:00:00.000Z`,
    nextReviewDue: dayBefore(context, random.between(-900, 60)),
  }
}
