import {SampleImportError, type SampleImportErrorCode} from './sampleImportError.ts'

const apiVersion = '2025-02-19'

/** The seam to the network: the global `fetch`, or the `fetch` of an embedded lake. */
export type Fetch = (request: Request) => Promise<Response>

/** The three calls of Sanity's HTTP API that the import makes. */
export interface Api {
  /** Runs a GROQ query and gives its result. */
  query(groq: string): Promise<unknown>
  /** Uploads a picture and gives the id of its asset document. */
  uploadImage(fileName: string, contentType: string, body: Uint8Array<ArrayBuffer>): Promise<string>
  /** Applies mutations in one transaction. */
  mutate(mutations: readonly unknown[]): Promise<void>
}

interface ApiOptions {
  url: string
  dataset: string
  token: string | undefined
  fetch: Fetch
}

/** Speaks Sanity's HTTP API at `url`, a hosted project or an embedded lake. */
export function createApi({url, dataset, token, fetch}: ApiOptions): Api {
  const base = `${url.replace(/\/+$/, '')}/v${apiVersion}`

  async function call(what: string, path: string, init: RequestInit): Promise<unknown> {
    const headers = new Headers(init.headers)
    if (token !== undefined) headers.set('authorization', `Bearer ${token}`)
    const response = await reach(fetch, new Request(`${base}${path}`, {...init, headers}), what)
    const text = await response.text()
    if (!response.ok) throw refused(what, response.status, text)
    return parseAnswer(text, what)
  }

  return {
    async query(groq) {
      const answer = await call(
        'ask what the dataset holds',
        `/data/query/${dataset}?${searchOf({query: groq})}`,
        {},
      )
      return field(answer, 'result')
    },
    async uploadImage(fileName, contentType, body) {
      const what = `upload images/${fileName}`
      const path = `/assets/images/${dataset}?${searchOf({filename: fileName})}`
      const answer = await call(what, path, {method: 'POST', headers: {'content-type': contentType}, body})
      const id = field(field(answer, 'document'), '_id')
      if (typeof id === 'string') return id
      throw new SampleImportError(
        'unexpected-answer',
        `Could not ${what}: the answer has no document with an _id.`,
      )
    },
    async mutate(mutations) {
      const path = `/data/mutate/${dataset}?returnIds=false&visibility=sync`
      const headers = {'content-type': 'application/json'}
      await call('write the documents', path, {method: 'POST', headers, body: JSON.stringify({mutations})})
    },
  }
}

function searchOf(params: Record<string, string>): string {
  return new URLSearchParams(params).toString()
}

async function reach(fetch: Fetch, request: Request, what: string): Promise<Response> {
  try {
    return await fetch(request)
  } catch (cause) {
    const {origin} = new URL(request.url)
    throw new SampleImportError(
      'unreachable',
      `Could not ${what}: nothing answers at ${origin}. Start the lake, or check the address.`,
      {cause},
    )
  }
}

const advice: Readonly<Record<number, readonly [SampleImportErrorCode, string]>> = {
  401: ['unauthorized', 'Give the token of an editor or administrator.'],
  403: ['unauthorized', 'This token may not write here: give the token of an editor or administrator.'],
  404: ['not-found', 'Check the address and the name of the dataset.'],
}

function refused(what: string, status: number, text: string): SampleImportError {
  const [code, fix] = advice[status] ?? ['rejected', 'Nothing of this step was written.']
  const said = text.length > 400 ? `${text.slice(0, 400)}…` : text
  return new SampleImportError(
    code,
    `Could not ${what}: the server answered ${status}. ${fix} It said: ${said}`,
  )
}

function parseAnswer(text: string, what: string): unknown {
  try {
    const answer: unknown = JSON.parse(text)
    return answer
  } catch (cause) {
    throw new SampleImportError(
      'unexpected-answer',
      `Could not ${what}: the answer is not JSON. Is this the address of a Sanity API?`,
      {cause},
    )
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined
}
