import type {Maybe} from './maybe.ts'

/** The emergency numbers of a clinic's settings. */
export interface EmergencySettings {
  readonly emergencyNumbers?: Maybe<
    readonly {readonly locale?: Maybe<string>; readonly number?: Maybe<string>}[]
  >
}

/**
 * The emergency number where readers are, from the clinic's settings: that of their locale, else one of the same
 * region. Null when the settings have none for it, or the locale names no region: a number of elsewhere does not dial.
 *
 * @param locale language and region of the readers, BCP 47, such as `en-US`
 *
 * @example
 * ```ts
 * const phone = emergencyPhone(await content.settings(), 'en-GB') // 999
 * ```
 */
export function emergencyPhone(settings: Maybe<EmergencySettings>, locale: string): string | null {
  const numbers = settings?.emergencyNumbers ?? []
  const region = regionOf(locale)
  const own =
    numbers.find((one) => one.locale === locale) ??
    numbers.find((one) => region !== null && regionOf(one.locale) === region)
  return own?.number ?? null
}

function regionOf(locale: Maybe<string>): string | null {
  try {
    return new Intl.Locale(locale ?? '').region ?? null
  } catch {
    return null
  }
}
