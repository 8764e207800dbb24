import {DOSAGE_LABELS} from './dosageLabels.ts'

/** The words that the markup adds to the content, in English; a translation gives the same keys and {places}. */
export const HTML_LABELS = {
  reference: 'Reference {number}',
  'reference.back': 'Back to where reference {number} is used',
  'reference.retracted': 'Retracted.',
  'reference.corrected': 'Corrected since publication.',
  'reference.expression-of-concern': 'The publisher has voiced concern.',
  'reference.superseded': 'Superseded.',
  'glossary.back': 'Back to the text',
  'warning.important': 'Important',
  'warning.caution': 'Caution',
  'warning.note': 'Note',
  'care.immediate': 'Immediate action required',
  'care.urgent': 'Urgent advice',
  'care.non-urgent': 'Non-urgent advice',
  'care.call': 'Call {phone}',
  continued: '{heading}, continued',
  'claim.unsupported': 'no source found',
  'claim.disputed': 'disputed',
  'claim.opinion': 'opinion',
  'exercises.recommend': 'Exercises to try',
  'exercises.discourage': 'Exercises to leave out',
  'exercises.neutral': 'Exercises mentioned here',
  'exercise.steps': 'How it is done',
  'exercise.dosage': 'How much',
  'exercise.dosage.none': 'The sources behind this exercise give no amount.',
  'exercise.stop': 'Stop if',
  'exercise.retired': 'No longer in use.',
  'exercise.replaced': 'Replaced by',
  'exercise.only-for': 'Only for readers with',
  'exercise.caution': 'Take care',
  'exercise.reason': 'Why',
  'exercise.instead': 'What to do instead',
  'exercise.instead.none': 'No alternative:',
  'step.cue': 'Tip:',
  'step.caution': 'Care:',
  'faq.unanswered': 'This question has no answer yet.',
  disclaimer: 'About this content',
  'page.more': 'More on this page',
  'page.help': 'When to get help',
  'review.none': 'Not yet reviewed by a clinician.',
  'review.done': 'Reviewed by a clinician on {date}.',
  'review.by': 'Reviewed by a clinician on {date} by {name}.',
  'review.next': 'Next review due {date}.',
  'review.overdue': 'The next review was due on {date}.',
  ...DOSAGE_LABELS,
} as const

export type HtmlLabelKey = keyof typeof HTML_LABELS

/** A table of words: every key, in any language. */
export type HtmlLabels = Readonly<Record<HtmlLabelKey, string>>

/** Whether a table of words has a key. */
export function isLabelKey(key: string): key is HtmlLabelKey {
  return Object.hasOwn(HTML_LABELS, key)
}

/** Fills the {places} of a label; a place without a value stays visible. */
export function fillLabel(label: string, values: Readonly<Record<string, string | number>>): string {
  return label.replace(/\{(\w+)\}/gu, (place, name: string) => String(values[name] ?? place))
}
