import {fillLabel, isLabelKey, type HtmlLabels} from './htmlLabels.ts'
import {languageFormats} from './languageFormats.ts'
import type {Maybe} from './maybe.ts'

/** One number, or from one to another. */
export type Range = Maybe<{readonly min?: Maybe<number>; readonly max?: Maybe<number>}>

/** Writes amounts with the words of a table, in its language. */
export interface AmountWords {
  /** A label with its places filled; null when the table has none of that name. */
  label(key: string, values: Readonly<Record<string, string>>): string | null
  /** The label of the plural form that a range asks for, such as `sets.other`. */
  plural(key: string, range: Range): string | null
  range(range: Range): string | null
  /** A range and what it counts. */
  counted(range: Range, unit: Maybe<string>): string | null
  /** Weekdays (`mon` to `sun`) as words. */
  days(days: readonly string[]): string
}

const DAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** @throws RangeError when `labels.language` is no language tag */
export function createAmountWords(labels: HtmlLabels): AmountWords {
  const {number, plural: forms, weekday, list, units} = languageFormats(labels.language)

  function label(key: string, values: Readonly<Record<string, string>>): string | null {
    return isLabelKey(key) ? fillLabel(labels[key], values) : null
  }

  function range(given: Range): string | null {
    const {min, max} = given ?? {}
    if (isNumber(min) && isNumber(max) && min !== max) {
      return label('range.both', {min: number.format(min), max: number.format(max)})
    }
    if (isNumber(min)) return number.format(min)
    return isNumber(max) ? label('range.max', {max: number.format(max)}) : null
  }

  function plural(key: string, given: Range): string | null {
    const count = range(given)
    if (count === null) return null
    const form = forms.select(last(given))
    return label(`${key}.${form}`, {count}) ?? label(`${key}.other`, {count})
  }

  function counted(given: Range, unit: Maybe<string>): string | null {
    const count = range(given)
    if (count === null || !unit) return count
    const format = units.get(unit)
    if (!format) return plural(`unit.${unit}`, given) ?? `${count} ${unit}`
    const size = last(given)
    const written = format.format(size)
    if (count === number.format(size)) return written
    // Arabic and Hebrew write "two minutes" in words, without a number in whose place a range could stand.
    const shown = written.includes(number.format(size)) ? size : 100
    return format.format(shown).replace(number.format(shown), () => count)
  }

  function days(given: readonly string[]): string {
    const names = given.map((day) => {
      const index = DAYS.indexOf(day)
      // The first of January 2024 was a Monday.
      return index === -1 ? day : weekday.format(Date.UTC(2024, 0, 1 + index))
    })
    return list.format(names)
  }

  return {label, plural, range, counted, days}
}

function last(range: Range): number {
  return range?.max ?? range?.min ?? 0
}

function isNumber(value: Maybe<number>): value is number {
  return value !== null && value !== undefined
}
