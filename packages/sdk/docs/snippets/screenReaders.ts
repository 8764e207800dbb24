import type {ClientLike} from '@spine-center/sdk'
import {
  fetchScreeningData,
  findContentProblems,
  screen,
  type Profile,
  type ScreeningResult,
} from '@spine-center/sdk/safety'

/** Screens many readers over content that is read once, and logs what an editor should mend. */
export async function screenReaders(
  client: ClientLike,
  profiles: readonly Profile[],
  log: (line: string) => void,
): Promise<readonly ScreeningResult[]> {
  const {parts} = await fetchScreeningData(client)
  const asOf = new Date().toISOString()
  for (const {message} of findContentProblems(parts, asOf)) log(message)
  return profiles.map((profile) => screen({...parts, profile, asOf}))
}
