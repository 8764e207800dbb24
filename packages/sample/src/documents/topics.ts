import {references} from '../builders/reference.ts'
import {sluggedDocument, type SampleDocument} from '../builders/sampleDocument.ts'

function topic(
  slug: string,
  label: string,
  synonyms: readonly string[] = [],
  ...broader: readonly string[]
): SampleDocument {
  return sluggedDocument('topic', slug, {
    label,
    ...(synonyms.length === 0 ? {} : {synonyms}),
    ...(broader.length === 0 ? {} : {broader: references(...broader.map((name) => `topic-${name}`))}),
  })
}

export const topics: readonly SampleDocument[] = [
  topic('exercise-and-prevention', 'Exercise and prevention', ['staying active', 'fitness']),
  topic('low-back-pain', 'Low back pain', ['backache', 'lumbar pain']),
  topic('neck-pain', 'Neck pain', ['tech neck', 'stiff neck']),
  topic('joint-health', 'Joint health', ['arthritis', 'stiff joints']),
  topic('posture-and-work', 'Posture and work', ['desk', 'ergonomics'], 'exercise-and-prevention'),
  topic('walking-and-water', 'Walking and water exercise', ['aerobic exercise'], 'exercise-and-prevention'),
  topic('strength-and-control', 'Strength and control', ['core', 'stretching'], 'exercise-and-prevention'),
  topic('bone-health', 'Bone health', ['osteoporosis', 'thin bones']),
  topic('pregnancy', 'Pregnancy', ['maternity']),
  topic('travel', 'Travel', ['holidays', 'flights', 'long drives']),
  topic('when-to-get-help', 'When to get help', ['red flags', 'emergency']),
]
