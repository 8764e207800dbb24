import type {Page} from '../layout/pageLayout.ts'
import {messagePage} from '../layout/messagePage.ts'

/** One of a closed list, as an address names it: undefined when it names none, null when the list has no such value. */
export function chosenFrom<Keys extends string>(
  vocabulary: Readonly<Record<Keys, string>>,
  value: string | undefined,
): Keys | undefined | null {
  if (value === undefined || value === '') return undefined
  return isKeyOf(vocabulary, value) ? value : null
}

function isKeyOf<Keys extends string>(
  vocabulary: Readonly<Record<Keys, string>>,
  value: string,
): value is Keys {
  return Object.hasOwn(vocabulary, value)
}

/** For an address with a filter that there is not: a list without it would show what was to be left out. */
export function unknownFilterPage(): Page {
  return messagePage(
    'There is no such filter',
    'The address may be mistyped. Choose a filter from the lists.',
  )
}
