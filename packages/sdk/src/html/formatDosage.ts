import type {Dosage} from './articleParts.ts'

/** One line of an amount: what it is about, and the amount. */
export interface DosageLine {
  readonly term: string
  readonly text: string
}

const DAYS: Readonly<Record<string, string>> = {
  mon: 'Monday',
  tue: 'Tuesday',
  wed: 'Wednesday',
  thu: 'Thursday',
  fri: 'Friday',
  sat: 'Saturday',
  sun: 'Sunday',
}
const UNITS: Readonly<Record<string, readonly [one: string, many: string]>> = {
  rep: ['repetition', 'repetitions'],
  step: ['step', 'steps'],
  breath: ['breath', 'breaths'],
  s: ['second', 'seconds'],
  min: ['minute', 'minutes'],
  m: ['metre', 'metres'],
  km: ['kilometre', 'kilometres'],
  mi: ['mile', 'miles'],
}
const TALK_TEST = ['you could sing', 'you can talk', 'you cannot talk in whole sentences']

/**
 * An amount as lines of plain English, in the order readers need them; nothing is rounded or made up.
 *
 * @example
 * ```ts
 * formatDosage({sets: {min: 2, max: 3}, reps: {min: 10}, confidence: 'stated'})
 * // [{term: 'Amount', text: '2 to 3 sets of 10 repetitions'}]
 * ```
 */
export function formatDosage(dosage: Dosage): readonly DosageLine[] {
  const lines: readonly (readonly [term: string, text: string | null])[] = [
    ['Amount', amountOf(dosage)],
    ['Hold', counted(dosage.holdSeconds, 's')],
    ['Rest between sets', counted(dosage.restSeconds, 's')],
    ['Time', counted(dosage.duration, dosage.duration?.unit)],
    ['Distance', counted(dosage.distance, dosage.distance?.unit)],
    ['How often', frequencyOf(dosage)],
    ['Effort', effortOf(dosage.intensity)],
    ['Tempo', dosage.tempo?.trim() || null],
    ['Progress', progressOf(dosage.progress)],
    ['The source says', dosage.sourceText ? `“${dosage.sourceText}”` : null],
    ['Where this comes from', originOf(dosage.confidence)],
  ]
  return lines.flatMap(([term, text]) => (text ? [{term, text}] : []))
}

function amountOf({sets, reps, perSide}: Dosage): string | null {
  const setText = rangeOf(sets) && `${rangeOf(sets)} ${isOne(sets) ? 'set' : 'sets'}`
  const repText = counted(reps, reps?.unit ?? 'rep')
  const amount = [setText, repText].filter(Boolean).join(' of ')
  if (amount === '') return perSide ? 'On each side' : null
  return perSide ? `${amount}, on each side` : amount
}

function frequencyOf({frequency, daysOfWeek}: Dosage): string | null {
  const times = rangeOf(frequency)
  const often =
    times && frequency?.per ? `${times} ${isOne(frequency) ? 'time' : 'times'} a ${frequency.per}` : null
  const days = (daysOfWeek ?? []).map((day) => DAYS[day] ?? day)
  const onDays = days.length > 0 ? `on ${listOf(days)}` : null
  return [often, onDays].filter(Boolean).join(', ') || null
}

function effortOf(intensity: Dosage['intensity']): string | null {
  const range = rangeOf(intensity)
  if (!intensity || range === null) return null
  switch (intensity.scale) {
    case 'rpe-10':
      return `${range} on a scale from 0 (rest) to 10 (as hard as you can)`
    case 'talk-test':
      return `Talk test: ${talkTest(intensity)}`
    case 'percent-1rm':
      return `${range}% of the most you can lift once`
    case 'heart-rate-zone':
      return `Heart-rate zone ${range}`
    case undefined:
    case null:
    default:
      return range
  }
}

function talkTest(range: Range): string {
  const {min, max} = range ?? {}
  const levels = [min, max].flatMap((level) => (level ? [TALK_TEST[level - 1] ?? `level ${level}`] : []))
  return [...new Set(levels)].join(', to ')
}

function progressOf(progress: Dosage['progress']): string | null {
  const start = progress?.start && `start with ${progress.start}`
  const towards = progress?.towards && `work towards ${progress.towards}`
  const text = [start, towards].filter(Boolean).join('; ')
  return text === '' ? null : text.charAt(0).toUpperCase() + text.slice(1)
}

function originOf(confidence: Dosage['confidence']): string | null {
  if (confidence === 'derived') return 'Worked out from the source'
  return confidence === 'assumed' ? 'Assumed: no source states it' : null
}

type Range =
  | {readonly min?: number | null | undefined; readonly max?: number | null | undefined}
  | null
  | undefined

function counted(range: Range, unit: string | null | undefined): string | null {
  const text = rangeOf(range)
  if (text === null) return null
  const [one, many] = UNITS[unit ?? ''] ?? [unit ?? '', unit ?? '']
  return `${text} ${isOne(range) ? one : many}`.trim()
}

function rangeOf(range: Range): string | null {
  const {min, max} = range ?? {}
  if (min !== null && min !== undefined && max !== null && max !== undefined && min !== max)
    return `${min} to ${max}`
  const value = min ?? max
  if (value === null || value === undefined) return null
  return min === null || min === undefined ? `up to ${value}` : String(value)
}

function isOne(range: Range): boolean {
  const {min, max} = range ?? {}
  return (max ?? min) === 1
}

function listOf(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}
