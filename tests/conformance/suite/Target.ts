import type {ClientConfig} from '@sanity/client'

/** What the suite is run against, however it is reached. */
export type Target = {
  kind: 'socket' | 'in process' | 'hosted'
  projectId: string
  dataset: string
  /** Of a member who may write. */
  token: string
  /** The address in front of the API version, as `http://localhost:3900`. */
  origin: string
  /** One request; the path begins with the API version. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** The status of a request under another host name; hosted projects have one alone. */
  statusUnder?(host: string, path: string): Promise<number>
  /** What the real client needs to reach it, besides token and version. */
  clientConfig: ClientConfig
  /** Removes what cases have written, whose ids and types begin with a text, and ends what was begun. */
  close(prefix: string): Promise<void>
}
