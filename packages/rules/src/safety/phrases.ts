/** The sentences a result may use, in English; a translation gives the same keys and the same {places}. */
export const PHRASES = {
  notice:
    'This shows what this clinic’s published content says for readers with the conditions you named. It is general information, not a diagnosis, not treatment and not advice for you as a person. Ask a clinician who knows you before you start or change exercise.',
  'verdict.positively-suitable':
    'This clinic’s published content names “{exercise}” for readers with {facets}, and records no restriction for the answers given.',
  'verdict.no-restriction-recorded':
    'This clinic’s published content records no restriction on “{exercise}” for the answers given. Silence is not advice to do it.',
  'verdict.caution':
    'This clinic’s published content asks readers with {facets} to take care with “{exercise}”.',
  'verdict.caution-unknown':
    'A restriction on “{exercise}” may apply: not everything it depends on is known.',
  'verdict.ask-first':
    'This clinic’s published content asks readers with {facets} to speak with a clinician before “{exercise}”.',
  'verdict.avoid': 'This clinic’s published content tells readers with {facets} to avoid “{exercise}”.',
  'verdict.seek-care': 'Stop here and do not choose exercises now: {heading}. {action}',
  'not-answered': 'Not answered: {facets}.',
  'open-details':
    'The content does not record the {details} of “{exercise}”, so a rule that depends on it counts as possible.',
  conflict:
    'Published statements on “{exercise}” for readers with {facets} disagree. The stricter one counts; all are shown.',
  alternatives: 'The content names instead: {alternatives}.',
  'no-alternative': 'The content names no alternative that this result can offer.',
  lifted: 'A published rule is set aside here because you answered: {facts}.',
  'review.stale': 'Part of this content is due for a new clinical review.',
  'review.unreviewed': 'No clinical review of part of this content is recorded.',
} as const

export type PhraseKey = keyof typeof PHRASES

/** A phrase table: every key, in any language. */
export type PhraseTable = Readonly<Record<PhraseKey, string>>

/** A sentence of a result: its key and values, for a translation, and its text. */
export interface Phrase {
  readonly key: PhraseKey
  readonly values: Readonly<Record<string, string>>
  readonly text: string
}

const PLACE = /\{(\w+)\}/gu

/** Fills the {places} of a phrase; a place without a value stays visible. */
export function phrase(key: PhraseKey, values: Readonly<Record<string, string>>, table: PhraseTable): Phrase {
  const text = table[key].replace(PLACE, (place, name: string) => values[name] ?? place).trim()
  return {key, values, text}
}
