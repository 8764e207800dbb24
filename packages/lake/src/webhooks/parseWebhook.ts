import {validateHeaderName, validateHeaderValue} from 'node:http'
import {LakeError} from '../errors/LakeError.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {compileRule} from './compileRule.ts'
import type {WebhookInput, WebhookMethod, WebhookOperation} from './Webhook.ts'

const METHODS: readonly WebhookMethod[] = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']
const OPERATIONS: readonly WebhookOperation[] = ['create', 'update', 'delete']

const MAX_TEXT = 1024
const MAX_GROQ = 16_384
const MAX_HEADERS = 32

// These belong to the connection or say what the lake itself says of a delivery.
const RESERVED_HEADER =
  /^(host|connection|content-length|content-type|transfer-encoding|te|trailer|upgrade|keep-alive|expect|idempotency-key|sanity-.*|proxy-.*)$/i

const DEFAULTS: WebhookInput = {
  name: '',
  description: null,
  dataset: '*',
  url: '',
  httpMethod: 'POST',
  apiVersion: 'v2025-02-19',
  includeDrafts: false,
  includeAllVersions: false,
  headers: {},
  secret: null,
  isDisabledByUser: false,
  rule: {on: ['create', 'update', 'delete'], filter: null, projection: null},
}

/**
 * Reads what an administrator says of a webhook.
 * @param body - the members to set, as in Sanity's API
 * @param known - what it was before, when it is being changed
 * @throws LakeError `badRequest` naming the member and what it must be.
 */
export function parseWebhook(body: JsonObject, known: WebhookInput = DEFAULTS): WebhookInput {
  if ((body['type'] ?? 'document') !== 'document')
    fail('type', 'must be "document": hooks of whole transactions are not supported by this lake')
  const rule = readRule(body['rule'], known.rule)
  const webhook: WebhookInput = {
    name: text(body, 'name', known.name),
    description: nullableText(body, 'description', known.description, MAX_TEXT),
    dataset: text(body, 'dataset', known.dataset),
    url: text(body, 'url', known.url),
    httpMethod: oneOf(body['httpMethod'] ?? known.httpMethod, METHODS, 'httpMethod'),
    apiVersion: text(body, 'apiVersion', known.apiVersion),
    includeDrafts: flag(body, 'includeDrafts', known.includeDrafts),
    includeAllVersions: flag(body, 'includeAllVersions', known.includeAllVersions),
    headers: readHeaders(body['headers'] ?? known.headers),
    secret: nullableText(body, 'secret', known.secret, MAX_TEXT),
    isDisabledByUser: flag(body, 'isDisabledByUser', known.isDisabledByUser),
    rule,
  }
  if (webhook.name === '') fail('name', 'is missing')
  assertUrl(webhook.url)
  compileRule(rule)
  return webhook
}

function readRule(value: unknown, known: WebhookInput['rule']): WebhookInput['rule'] {
  if (value === undefined) return known
  if (!isJsonObject(value)) return fail('rule', 'must be an object {on, filter, projection}')
  const on = value['on'] ?? known.on
  if (!Array.isArray(on) || on.length === 0)
    return fail('rule.on', `must list some of ${OPERATIONS.join(', ')}`)
  return {
    on: on.map((operation, index) => oneOf(operation, OPERATIONS, `rule.on[${index}]`)),
    filter: groq(value, 'filter', known.filter),
    projection: groq(value, 'projection', known.projection),
  }
}

// Sanity's form sends an empty text for "no filter".
function groq(rule: JsonObject, member: 'filter' | 'projection', known: string | null): string | null {
  return nullableText(rule, member, known, MAX_GROQ)?.trim() || null
}

function readHeaders(value: unknown): Record<string, string> {
  if (!isJsonObject(value)) return fail('headers', 'must be an object of texts')
  const entries = Object.entries(value)
  if (entries.length > MAX_HEADERS) fail('headers', `may have at most ${MAX_HEADERS} members`)
  return Object.fromEntries(
    entries.map(([name, content]) => {
      const path = `headers[${JSON.stringify(name)}]`
      if (typeof content !== 'string') return fail(path, 'must be a text')
      if (RESERVED_HEADER.test(name)) fail(path, 'is set by the lake itself')
      try {
        validateHeaderName(name)
        validateHeaderValue(name, content)
      } catch {
        fail(path, 'is not a valid HTTP header')
      }
      return [name, content]
    }),
  )
}

function assertUrl(text: string): void {
  const url = URL.parse(text)
  if (url?.protocol !== 'http:' && url?.protocol !== 'https:')
    fail('url', 'must begin with https:// or http://')
  if (url.username !== '' || url.password !== '')
    fail('url', 'may not hold a user name or password: put them in headers')
}

function text(body: JsonObject, member: string, known: string): string {
  const value = body[member] ?? known
  if (typeof value !== 'string' || value.length > MAX_TEXT)
    return fail(member, `must be a text of up to ${MAX_TEXT} characters`)
  return value
}

function nullableText(body: JsonObject, member: string, known: string | null, max: number): string | null {
  const value = Object.hasOwn(body, member) ? body[member] : known
  if (value === null) return null
  if (typeof value !== 'string' || value.length > max)
    return fail(member, `must be a text of up to ${max} characters, or null`)
  return value
}

function flag(body: JsonObject, member: string, known: boolean): boolean {
  const value = body[member] ?? known
  return typeof value === 'boolean' ? value : fail(member, 'must be true or false')
}

function oneOf<Name extends string>(value: unknown, names: readonly Name[], path: string): Name {
  return names.find((name) => name === value) ?? fail(path, `must be one of ${names.join(', ')}`)
}

function fail(path: string, reason: string): never {
  throw new LakeError('badRequest', `Webhook: "${path}" ${reason}.`)
}
