import {LakeError} from '../errors/LakeError.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import type {DatasetAdmin} from './DatasetAdmin.ts'

/**
 * Works on the datasets of a running lake, with an administrator's token.
 * @throws LakeError `failed` with what the lake answered.
 */
export function createRemoteAdmin(
  url: string,
  token: string | undefined,
  fetch: typeof globalThis.fetch,
): DatasetAdmin {
  const ask = async (method: string, path: string, body?: JsonObject): Promise<unknown> => {
    const response = await request(fetch, new URL(`/v2025-02-19/${path}`, url), {
      method,
      headers: {
        ...(token === undefined ? {} : {authorization: `Bearer ${token}`}),
        ...(body ? {'content-type': 'application/json'} : {}),
      },
      ...(body ? {body: JSON.stringify(body)} : {}),
    })
    const answer: unknown = await response.json()
    if (response.ok) return answer
    const message = isJsonObject(answer) ? String(answer['message']) : `status ${response.status}`
    throw new LakeError('failed', `${url} answered: ${message}`)
  }
  return {
    list: async () => {
      const answer = await ask('GET', 'datasets')
      return (Array.isArray(answer) ? answer : []).filter(isJsonObject).map((dataset) => ({
        name: String(dataset['name']),
        aclMode: String(dataset['aclMode']),
        createdAt: String(dataset['createdAt']),
        addonFor: typeof dataset['addonFor'] === 'string' ? dataset['addonFor'] : undefined,
      }))
    },
    countDocuments: async (name) => {
      const answer = await ask('GET', `data/query/${encodeURIComponent(name)}?perspective=raw&query=count(*)`)
      return isJsonObject(answer) ? Number(answer['result']) : 0
    },
    create: async (name, aclMode) => void (await ask('PUT', at(name), {aclMode})),
    remove: async (name) => void (await ask('DELETE', at(name))),
    copy: async (from, to, options) =>
      void (await ask('PUT', `${at(from)}/copy`, {targetDataset: to, ...options})),
    setAclMode: async (name, aclMode) => void (await ask('PATCH', at(name), {aclMode})),
    close: () => undefined,
  }
}

async function request(fetch: typeof globalThis.fetch, url: URL, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init)
  } catch (cause) {
    throw new LakeError(
      'failed',
      `Nothing answers at ${url.origin}: start the lake, or leave --url out to work on its folder.`,
      {
        cause,
      },
    )
  }
}

function at(name: string): string {
  return `datasets/${encodeURIComponent(name)}`
}
