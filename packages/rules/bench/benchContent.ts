import type {ScreeningData} from '@spine-center/rules/safety'

const SEVERITIES = ['absolute', 'relative', 'precaution']

/** Dense content: 60 patterns and 40 conditions in trees, about ten reasons for each exercise at 500 rules. */
export function benchContent(exercises: number, rules: number): ScreeningData {
  return {
    movementPatterns: Array.from({length: 60}, (_, index) => ({
      _id: `p${index}`,
      slug: `p${index}`,
      broader: index < 6 ? null : [`p${Math.floor(index / 3)}`],
    })),
    conditions: Array.from({length: 40}, (_, index) => ({
      _id: `c${index}`,
      slug: `c${index}`,
      broader: index < 10 ? null : [`c${Math.floor(index / 4)}`],
    })),
    exercises: Array.from({length: exercises}, (_, index) => ({
      _id: `e${index}`,
      title: `Exercise ${index}`,
      kind: 'mobility',
      positions: ['supine'],
      patterns: [{pattern: `p${index % 60}`}, {pattern: `p${(index * 7) % 60}`}],
      stopIf: [{text: 'it hurts'}],
    })),
    contraindications: Array.from({length: rules}, (_, index) => ({
      _id: `r${index}`,
      title: `Rule ${index}`,
      target: {
        kind: 'pattern',
        pattern: `p${6 + ((index * 13) % 54)}`,
        qualifiers: index % 3 === 0 ? {load: 'body'} : null,
      },
      when: {all: [{any: [{condition: `c${index % 40}`}, {condition: `c${(index * 3) % 40}`}]}]},
      severity: SEVERITIES[index % 3] ?? 'relative',
      saferAlternatives: [{exercise: `e${index % exercises}`, why: 'It is gentler.'}],
    })),
  }
}
