import {parseJson} from '../src/json/parseJson.ts'
import {isJsonObject} from '../src/json/isJsonObject.ts'
import type {LakeUnderLoad} from './LakeUnderLoad.ts'

/** The listeners that a Studio with one open document holds. */
export const STUDIO_QUERIES = [
  '*',
  '*[_type == "article"]',
  '*[_type == "system.release"]',
  '*[_id in ["article-7", "drafts.article-7"]]',
] as const

/**
 * Follows a listener query until told to stop, coming back with the last event id every so often, as a browser does
 * whose connection breaks. Every event must be the one right after that before it.
 * @returns how many events came; `errors` of the lake hears of each that was lost or came twice.
 */
export async function follow(
  lake: LakeUnderLoad,
  query: string,
  options: {signal: AbortSignal; connectionMs: number},
): Promise<number> {
  const revisions = new Map<string, string>()
  let lastEventId = ''
  let count = 0
  const take = (block: string): void => {
    const [, event] = /^event: (.*)$/m.exec(block) ?? []
    if (event === undefined) return
    lastEventId = /^id: (.*)$/m.exec(block)?.[1] ?? lastEventId
    if (event !== 'mutation') {
      if (event !== 'welcome' && event !== 'welcomeback') lake.errors.push(`${query}: ${event}`)
      return
    }
    count += 1
    const data = parseJson(/^data: (.*)$/m.exec(block)?.[1] ?? '{}')
    if (!isJsonObject(data)) return
    const [id, previous] = [String(data['documentId']), data['previousRev']]
    const known = revisions.get(id)
    if (known !== undefined && previous !== known)
      lake.errors.push(`${query}: ${id} went from ${known} to ${String(previous)}`)
    if (data['transition'] === 'disappear') revisions.delete(id)
    else revisions.set(id, String(data['resultRev']))
  }
  while (!options.signal.aborted) {
    const signal = AbortSignal.any([options.signal, AbortSignal.timeout(options.connectionMs)])
    await readBlocks(lake, query, {signal, lastEventId}, take).catch((error: unknown) => {
      if (!signal.aborted) lake.errors.push(`${query}: ${String(error)}`)
    })
  }
  return count
}

async function readBlocks(
  lake: LakeUnderLoad,
  query: string,
  {signal, lastEventId}: {signal: AbortSignal; lastEventId: string},
  take: (block: string) => void,
): Promise<void> {
  const search = `query=${encodeURIComponent(query)}&effectFormat=mendoza&enableResume=true&includeResult=true`
  const response = await lake.fetch(`/data/listen/production?${search}`, {
    signal,
    headers: lastEventId === '' ? {} : {'last-event-id': lastEventId},
  })
  let rest = ''
  for await (const text of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const blocks = (rest + text).split('\n\n')
    rest = blocks.pop() ?? ''
    for (const block of blocks) take(block)
  }
}
