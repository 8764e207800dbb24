import type {UtmTags} from './feedContent.ts'
import type {Maybe} from './schedule.ts'

const OFF_SITE: readonly string[] = ['newsletter', 'social']

/** Whether links carry tags: only where the feed is shown away from the site. */
export function isOffSite(placement: Maybe<string>, placements: Maybe<readonly string[]>): boolean {
  if (placement) return OFF_SITE.includes(placement)
  const all = placements ?? []
  return all.length > 0 && all.every((one) => OFF_SITE.includes(one))
}

/** Adds link tags (UTM) to an address, before its fragment; values become lower-case slugs. */
export function tagUrl(url: string, utm: Maybe<UtmTags>, campaignSlug: string | null): string {
  const tags = [
    ['utm_source', utm?.source],
    ['utm_medium', utm?.medium],
    ['utm_campaign', utm?.campaign ?? campaignSlug],
    ['utm_content', utm?.content],
  ].flatMap(([name, value]) => (name && value ? [`${name}=${slugOf(value)}`] : []))
  if (tags.length === 0) return url
  const [address = '', ...fragment] = url.split('#')
  const joined = `${address}${address.includes('?') ? '&' : '?'}${tags.join('&')}`
  return [joined, ...fragment].join('#')
}

function slugOf(value: string): string {
  return value
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '')
}
