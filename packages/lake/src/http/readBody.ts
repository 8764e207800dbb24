import {LakeError} from '../errors/LakeError.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {parseJson} from '../json/parseJson.ts'

/** Sanity's own bound for a request body is 4 MB for mutations; imports here may be larger. */
export const MAX_JSON_BYTES = 64 * 1024 * 1024

/**
 * Reads a JSON object from a request.
 * @throws LakeError `badRequest` for anything else, `tooLarge` beyond `maxBytes`.
 */
export async function readJsonBody(request: Request, maxBytes = MAX_JSON_BYTES): Promise<JsonObject> {
  const text = await readText(request, maxBytes)
  let value: unknown
  try {
    value = parseJson(text)
  } catch (cause) {
    throw new LakeError('badRequest', 'The request body is not valid JSON.', {cause})
  }
  if (!isJsonObject(value)) throw new LakeError('badRequest', 'The request body must be a JSON object.')
  return value
}

/**
 * Reads the text of a request, stopping as soon as it grows beyond the bound.
 * @throws LakeError `tooLarge`.
 */
export async function readText(request: Request, maxBytes: number): Promise<string> {
  if (!request.body) return ''
  const tooLarge = new LakeError('tooLarge', `The request body is larger than ${maxBytes} bytes.`)
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) throw tooLarge
  const decoder = new TextDecoder()
  let text = ''
  let bytes = 0
  for await (const chunk of request.body) {
    bytes += chunk.byteLength
    if (bytes > maxBytes) throw tooLarge
    text += decoder.decode(chunk, {stream: true})
  }
  return text + decoder.decode()
}
