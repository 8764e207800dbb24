import {isRecord} from '../../suite/Scope.ts'
import type {Scope} from '../../suite/Scope.ts'

export const DOCS = 'Sanity docs, History API'

export const EVENTS = 'Studio, DocumentGroupEvent'

export const set = (id: string, members: object): object => ({patch: {id, set: members}})

export async function revisionOf(scope: Scope, id: string): Promise<string> {
  return String((await scope.get(id))?.['_rev'])
}

/** Writes `n` from 1 to `count` into a document, a transaction each, and gives their ids. */
export async function write(scope: Scope, count: number, id = '~a'): Promise<string[]> {
  const revisions: string[] = []
  for (let n = 1; n <= count; n += 1) {
    await scope.mutate([n === 1 ? {create: {_id: id, _type: '~t', n}} : set(id, {n})])
    revisions.push(await revisionOf(scope, id))
  }
  return revisions
}

export async function eventsOf(scope: Scope, path: string, search = ''): Promise<Record<string, unknown>[]> {
  const {body} = await scope.ask(`/data/history/:dataset/events/${path}?limit=100&${search}`)
  const events: unknown = isRecord(body) ? body['events'] : []
  const list: unknown = isRecord(events) ? Object.values(events)[0] : events
  return Array.isArray(list) ? list.filter(isRecord) : []
}

export const typesOf = (events: Record<string, unknown>[]): unknown[] => events.map(({type}) => type)
