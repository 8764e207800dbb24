import type {Finding} from '../fields/findings.ts'
import {entryPath, findings} from '../fields/findings.ts'
import {isEmpty} from '../fields/isEmpty.ts'
import {isRecord} from '../fields/isRecord.ts'
import {records} from '../fields/records.ts'
import {refOf} from '../fields/refOf.ts'
import {slugPattern} from '../fields/slugField.ts'
import {textOf} from '../fields/textOf.ts'

/** Pinned slots name their article, and no article is pinned twice without a window. */
export function checkSlots(slots: unknown): true | Finding[] {
  const list = records(slots)
  const alwaysPinned = list.map((slot) =>
    slot['kind'] === 'pinned' && isEmpty(slot['window']) ? refOf(slot['pin']) : undefined,
  )
  return findings(
    list.flatMap((slot, index) => {
      if (slot['kind'] !== 'pinned') return []
      const pin = refOf(slot['pin'])
      if (pin === undefined)
        return [{message: 'Choose the article to pin.', path: entryPath(slot, index, 'pin')}]
      return alwaysPinned.indexOf(pin) !== -1 && alwaysPinned.indexOf(pin) < index
        ? [{message: 'This article is pinned already.', path: entryPath(slot, index, 'pin')}]
        : []
    }),
  )
}

/** The least is not above the most. */
export function fitsLimit(minItems: unknown, feed: unknown): true | string {
  const limit = isRecord(feed) ? feed['limit'] : undefined
  return (
    typeof minItems !== 'number' ||
    typeof limit !== 'number' ||
    minItems <= limit ||
    `The feed holds at most ${limit}: it cannot need ${minItems}.`
  )
}

/** Link tags are slugs, and stand only on feeds that leave the site. */
export function checkUtm(utm: unknown, feed: unknown): true | string | Finding[] {
  if (!isRecord(utm)) return true
  const filled = Object.entries(utm).filter(([name, value]) => !name.startsWith('_') && textOf(value) !== '')
  if (filled.length === 0) return true
  const placements = isRecord(feed) && Array.isArray(feed['placements']) ? feed['placements'] : []
  if (!placements.includes('newsletter') && !placements.includes('social')) {
    return 'Link tags are for links from elsewhere: this feed is shown on the site alone. Remove them.'
  }
  return findings(
    filled.flatMap(([name, value]) =>
      slugPattern.test(textOf(value))
        ? []
        : [{message: 'Use lowercase letters, digits and single dashes.', path: [name]}],
    ),
  )
}

/** An experiment has a key and at least two variants, each with a name of its own and some weight. */
export function checkExperiment(experiment: unknown): true | Finding[] {
  if (!isRecord(experiment)) return true
  const variants = records(experiment['variants'])
  if (isEmpty(experiment['key']) && variants.length === 0) return true
  const names = variants.map((variant) => variant['id'])
  const total = variants.reduce((sum, {weight}) => sum + (typeof weight === 'number' ? weight : 0), 0)
  return findings([
    ...(isEmpty(experiment['key']) ? [{message: 'Give the experiment a key.', path: ['key']}] : []),
    ...(variants.length < 2 ? [{message: 'Add at least two variants.', path: ['variants']}] : []),
    ...(new Set(names).size < names.length
      ? [{message: 'Two variants have the same name.', path: ['variants']}]
      : []),
    ...(variants.length >= 2 && total <= 0
      ? [{message: 'Give at least one variant a weight above 0.', path: ['variants']}]
      : []),
  ])
}
