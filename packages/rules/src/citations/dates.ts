import type {CslDate} from './cslItem.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

const SEASONS = ['Spring', 'Summer', 'Fall', 'Winter']

export interface DateParts {
  readonly year: string
  /** The name of the month, or of the season. */
  readonly month: string | null
  readonly day: string | null
}

/** Reads the first date of a CSL date; null when there is no year. */
export function readDate(date: CslDate | undefined): DateParts | null {
  const [year, month, day] = date?.['date-parts']?.[0] ?? []
  if (year === undefined || year === '')
    return date?.literal ? {year: date.literal, month: null, day: null} : null
  const name = MONTHS[Number(month) - 1] ?? seasonOf(date?.season)
  return {
    year: String(year),
    month: name,
    day: name !== null && day !== undefined ? String(Number(day)) : null,
  }
}

function seasonOf(season: string | number | undefined): string | null {
  if (season === undefined) return null
  const byNumber = SEASONS[Number(season) - 1]
  if (byNumber !== undefined) return byNumber
  const text = String(season)
  if (text.toLowerCase() === 'autumn') return 'Fall'
  return text.charAt(0).toUpperCase() + text.slice(1)
}

/** `July 5, 2013`, `July 2013`, `2013`. */
export function longDate({year, month, day}: DateParts): string {
  if (month === null) return year
  return day === null ? `${month} ${year}` : `${month} ${day}, ${year}`
}

/** `2013 Jul 5`: months in three letters, as NLM prints them; seasons in full. */
export function nlmDate({year, month, day}: DateParts): string {
  const short = month !== null && MONTHS.includes(month) ? month.slice(0, 3) : month
  return [year, short, day].filter((part) => part !== null).join(' ')
}
