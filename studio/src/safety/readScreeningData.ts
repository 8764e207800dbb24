import type {ScreeningData} from '@spine-center/rules/safety'
import {fetchScreeningData} from '@spine-center/sdk/safety'

type Client = Parameters<typeof fetchScreeningData>[0]

/** Reads what the rules need, published documents only, through the Studio's own client. */
export async function readScreeningData(client: Client): Promise<ScreeningData> {
  const {parts} = await fetchScreeningData(client)
  return parts
}
