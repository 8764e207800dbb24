/** How a language writes numbers, plurals, weekdays, lists and units. */
export interface LanguageFormats {
  readonly number: Intl.NumberFormat
  readonly plural: Intl.PluralRules
  readonly weekday: Intl.DateTimeFormat
  readonly list: Intl.ListFormat
  /** By the names that content gives units of time and distance. */
  readonly units: ReadonlyMap<string, Intl.NumberFormat>
}

// Nothing is rounded.
const EXACT = {maximumFractionDigits: 20}
const UNITS = {s: 'second', min: 'minute', m: 'meter', km: 'kilometer', mi: 'mile'}

// Making them takes a hundred times as long as using them.
const kept = new Map<string, LanguageFormats>()

/** @throws RangeError when it is no language tag, such as `es` or `pt-BR` */
export function languageFormats(language: string): LanguageFormats {
  const formats = kept.get(language) ?? {
    number: new Intl.NumberFormat(language, EXACT),
    plural: new Intl.PluralRules(language),
    weekday: new Intl.DateTimeFormat(language, {weekday: 'long', timeZone: 'UTC'}),
    list: new Intl.ListFormat(language),
    units: new Map(
      Object.entries(UNITS).map(([name, unit]) => [
        name,
        new Intl.NumberFormat(language, {...EXACT, style: 'unit', unit, unitDisplay: 'long'}),
      ]),
    ),
  }
  kept.set(language, formats)
  return formats
}
