import {createAmountWords, type AmountWords, type Range} from './amountWords.ts'
import type {Dosage} from './articleParts.ts'
import {HTML_LABELS, type HtmlLabels} from './htmlLabels.ts'

/** One line of an amount: what it is about, and the amount. */
export interface DosageLine {
  /** What it is about, for programs. */
  readonly name: DosageLineName
  readonly term: string
  readonly text: string
}

type DosageLineName =
  | 'amount'
  | 'hold'
  | 'rest'
  | 'time'
  | 'distance'
  | 'frequency'
  | 'effort'
  | 'tempo'
  | 'progress'
  | 'source'
  | 'origin'

/**
 * An amount as lines of plain words, in the order readers need them; nothing is rounded or made up. The words are
 * English unless `labels` says otherwise.
 *
 * @throws RangeError when `labels.language` is no language tag
 *
 * @example
 * ```ts
 * formatDosage({sets: {min: 2, max: 3}, reps: {min: 10}, confidence: 'stated'})
 * // [{name: 'amount', term: 'Amount', text: '2 to 3 sets of 10 repetitions'}]
 * ```
 */
export function formatDosage(dosage: Dosage, labels: Partial<HtmlLabels> = {}): readonly DosageLine[] {
  const table = {...HTML_LABELS, ...labels}
  const words = createAmountWords(table)
  const {duration, distance} = dosage
  const lines: readonly (readonly [name: DosageLineName, text: string | null | undefined])[] = [
    ['amount', amountOf(dosage, words)],
    ['hold', words.counted(dosage.holdSeconds, 's')],
    ['rest', words.counted(dosage.restSeconds, 's')],
    ['time', words.counted(duration, duration?.unit)],
    ['distance', words.counted(distance, distance?.unit)],
    ['frequency', frequencyOf(dosage, words)],
    ['effort', effortOf(dosage.intensity, words)],
    ['tempo', dosage.tempo?.trim()],
    ['progress', progressOf(dosage.progress, words)],
    ['source', dosage.sourceText && words.label('source.quote', {text: dosage.sourceText})],
    ['origin', words.label(`origin.${dosage.confidence ?? ''}`, {})],
  ]
  return lines.flatMap(([name, text]) => (text ? [{name, term: table[`dosage.${name}`], text}] : []))
}

function amountOf({sets, reps, perSide}: Dosage, words: AmountWords): string | null {
  const counts = words.plural('sets', sets)
  const repetitions = words.counted(reps, reps?.unit ?? 'rep')
  const amount =
    counts && repetitions
      ? words.label('sets.of', {sets: counts, amount: repetitions})
      : (counts ?? repetitions)
  if (!perSide) return amount
  return amount ? words.label('side.amount', {amount}) : words.label('side.each', {})
}

function frequencyOf({frequency, daysOfWeek}: Dosage, words: AmountWords): string {
  const often = frequency?.per && words.plural(`per.${frequency.per}`, frequency)
  const onDays = daysOfWeek?.length ? words.label('per.days', {days: words.days(daysOfWeek)}) : null
  return [often, onDays].filter(Boolean).join(', ')
}

function effortOf(intensity: Dosage['intensity'], words: AmountWords): string | null {
  const range = intensity?.scale === 'talk-test' ? talkTest(intensity, words) : words.range(intensity)
  return range && (words.label(`effort.${intensity?.scale ?? ''}`, {range}) ?? range)
}

function talkTest(range: Range, words: AmountWords): string | null {
  const {min, max} = range ?? {}
  const [from, to] = [min, max].map((level) => level && (words.label(`talk.${level}`, {}) ?? String(level)))
  return from && to && from !== to ? words.label('talk.range', {min: from, max: to}) : from || to || null
}

function progressOf(progress: Dosage['progress'], words: AmountWords): string | null {
  const {start, towards} = progress ?? {}
  if (start && towards) return words.label('progress.both', {start, towards})
  if (start) return words.label('progress.start', {start})
  return towards ? words.label('progress.towards', {towards}) : null
}
