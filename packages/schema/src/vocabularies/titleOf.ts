import type {Choice} from './choice.ts'

/** What the editor reads for a stored value; nothing when it is not on the list. */
export function titleOf(list: readonly Choice[], value: string | undefined): string | undefined {
  return list.find((choice) => choice.value === value)?.title
}
