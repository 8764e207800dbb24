import type {AlternativeUse, ArticleFacts, ExerciseUse, ShownExercise} from '@spine-center/rules/safety'

/**
 * What the safety rules read of an article document: references become ids, as a GROQ projection gives
 * them. A draft is read as far as it goes: entries without a key cannot be pointed at and are left out.
 */
export function articleFacts(document: unknown): ArticleFacts {
  const article = recordOf(document)
  const audience = recordOf(article['audience'])
  return {
    _id: textOf(article['_id']) ?? '',
    audience: {primary: refsOf(audience['primary']), alsoFor: refsOf(audience['alsoFor'])},
    recommends: recordsOf(article['recommends']).flatMap(exerciseUse),
    discourages: recordsOf(article['discourages']).flatMap(exerciseUse),
    shows: recordsOf(article['body']).flatMap(shownExercises),
    carePathways: refsOf(article['carePathways']),
    disclaimer: refOf(article['disclaimer']),
  }
}

function exerciseUse(use: Record<string, unknown>): ExerciseUse[] {
  const key = textOf(use['_key'])
  if (key === undefined) return []
  return [
    {
      _key: key,
      exercise: refOf(use['exercise']),
      audience: refsOf(use['audience']),
      caution: textOf(use['caution']),
      alternatives: recordsOf(use['alternatives']).map(alternativeUse),
      noAlternativeReason: textOf(use['noAlternativeReason']),
    },
  ]
}

function shownExercises(block: Record<string, unknown>): ShownExercise[] {
  const key = textOf(block['_key'])
  if (key === undefined) return []
  const path = ['body', {_key: key}]
  switch (block['_type']) {
    case 'exerciseCard':
      return shownAt(block['exercise'], [...path, 'exercise'])
    case 'exerciseList':
      // What the text advises against is not offered to readers.
      if (block['intent'] === 'discourage') return []
      return recordsOf(block['exercises']).flatMap((reference, at) => {
        const own = textOf(reference['_key'])
        return shownAt(reference, [...path, 'exercises', own === undefined ? at : {_key: own}])
      })
    default:
      return []
  }
}

function shownAt(reference: unknown, path: ShownExercise['path']): ShownExercise[] {
  const exercise = refOf(reference)
  return exercise === undefined ? [] : [{exercise, path}]
}

function alternativeUse(alternative: Record<string, unknown>): AlternativeUse {
  return {_key: textOf(alternative['_key']), exercise: refOf(alternative['exercise'])}
}

function refsOf(list: unknown): string[] {
  return recordsOf(list).flatMap((reference) => refOf(reference) ?? [])
}

function refOf(reference: unknown): string | undefined {
  return textOf(recordOf(reference)['_ref'])
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function recordsOf(list: unknown): Record<string, unknown>[] {
  return Array.isArray(list) ? list.filter(isRecord) : []
}

function recordOf(value: unknown): Record<string, unknown> {
  return isRecord(value) ? value : {}
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
