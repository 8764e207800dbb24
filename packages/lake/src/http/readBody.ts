import {LakeError} from '../errors/LakeError.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {parseStrictJson} from '../json/parseStrictJson.ts'
import type {Viewer} from '../access/Viewer.ts'
import {DEFAULT_LIMITS, limitError} from '../LakeLimits.ts'
import type {LakeLimits} from '../LakeLimits.ts'

type Limits = Pick<LakeLimits, 'maxBodyBytes' | 'maxJsonDepth'>

type BodyLimit = 'maxBodyBytes' | 'maxAnonymousBodyBytes'

/**
 * Reads a JSON object from a request.
 * @throws LakeError `badRequest` for anything else, `tooLarge` beyond `maxBodyBytes`.
 */
export async function readJsonBody(request: Request, limits: Limits): Promise<JsonObject> {
  return readObject(request, limits, 'maxBodyBytes')
}

/**
 * Reads a JSON object from a request that needs no token: who sends none may fill less memory.
 * @throws LakeError `badRequest` for anything else, `tooLarge`.
 */
export async function readOpenBody(
  request: Request,
  limits: Limits & Pick<LakeLimits, BodyLimit>,
  viewer: Viewer,
): Promise<JsonObject> {
  const isBounded = viewer.kind === 'anonymous' && limits.maxAnonymousBodyBytes < limits.maxBodyBytes
  return readObject(request, limits, isBounded ? 'maxAnonymousBodyBytes' : 'maxBodyBytes')
}

async function readObject(
  request: Request,
  limits: Limits & Partial<LakeLimits>,
  bound: BodyLimit,
): Promise<JsonObject> {
  const value = await readJson(request, limits, bound)
  if (!isJsonObject(value)) throw new LakeError('badRequest', 'The request body must be a JSON object.')
  return value
}

/**
 * Reads any JSON from a request.
 * @throws LakeError `badRequest` for anything else, `tooLarge` beyond `maxBodyBytes`.
 */
export async function readJson(
  request: Request,
  limits: Limits & Partial<LakeLimits>,
  bound: BodyLimit = 'maxBodyBytes',
): Promise<unknown> {
  const text = await readText(request, limits, bound)
  try {
    return parseStrictJson(text, limits)
  } catch (cause) {
    const why = cause instanceof LakeError ? cause.message : ''
    throw new LakeError('badRequest', `The request body cannot be read. ${why}`, {cause})
  }
}

/**
 * Reads the text of a request, stopping as soon as it grows beyond the bound.
 * @throws LakeError `tooLarge`; `badRequest` for bytes that are no UTF-8.
 */
export async function readText(
  request: Request,
  limits: Partial<LakeLimits>,
  bound: BodyLimit = 'maxBodyBytes',
): Promise<string> {
  if (!request.body) return ''
  const most = limits[bound] ?? DEFAULT_LIMITS[bound]
  const tooLarge = (): LakeError => limitError(limits, bound, {what: 'The request body is too large'})
  if (Number(request.headers.get('content-length') ?? 0) > most) throw tooLarge()
  // Bytes that are no text would be stored as another one.
  const decoder = new TextDecoder('utf-8', {fatal: true})
  let text = ''
  let bytes = 0
  try {
    for await (const chunk of request.body) {
      bytes += chunk.byteLength
      if (bytes > most) throw tooLarge()
      text += decoder.decode(chunk, {stream: true})
    }
    return text + decoder.decode()
  } catch (cause) {
    if (cause instanceof LakeError) throw cause
    const isText = !(
      cause instanceof TypeError &&
      'code' in cause &&
      cause.code === 'ERR_ENCODING_INVALID_ENCODED_DATA'
    )
    throw new LakeError(
      'badRequest',
      isText ? 'The request broke off before its end.' : 'The request body is no UTF-8 text.',
      {cause},
    )
  }
}
