import {LakeError} from '../errors/LakeError.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {parseJson} from '../json/parseJson.ts'

const MAX_CHARACTERS = 500

/** The error for an answer that is none of success: what the server said, and what to do. */
export async function explainRefusal(
  response: Response,
  {name, token}: {name: string; token: string},
): Promise<LakeError> {
  const {status} = response
  // A server may repeat what it was sent.
  const said = (await messageOf(response)).replaceAll(token, '[token]').slice(0, MAX_CHARACTERS)
  if (status === 408 || status === 429 || status >= 500) {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
    const options = Number.isFinite(seconds) ? {details: {retryAfterMs: seconds * 1000}} : {}
    return new LakeError('unreachable', `${name} failed (${status}): ${said}`, options)
  }
  if (status === 409) return new LakeError('conflict', `${name} refused it: ${said}`)
  const advice = ADVICE[status]
  return new LakeError(
    'failed',
    `${name} refused it (${status}): ${said}${advice === undefined ? '' : ` ${advice}`}`,
  )
}

const ADVICE: Readonly<Record<number, string>> = {
  400: 'If it names a document, change it in the lake and run the same command again.',
  401: 'Set SANITY_AUTH_TOKEN to a token of this project that has not run out.',
  402: 'The plan of the project does not allow it.',
  403: 'The token in SANITY_AUTH_TOKEN needs a role that may write (Editor) or, to pull, read everything (Viewer).',
  404: 'Check --remote-project and --remote-dataset; a dataset has to be made first ("sanity datasets create").',
  413: 'A document or file is larger than the project takes.',
}

async function messageOf(response: Response): Promise<string> {
  const text = await response.text().catch(() => '')
  try {
    const body = parseJson(text)
    if (!isJsonObject(body)) return text
    const error = body['error']
    const described = isJsonObject(error) ? error['description'] : undefined
    return [described, body['message'], error].find((part) => typeof part === 'string') ?? text
  } catch {
    return text.trim() === '' ? response.statusText : text
  }
}
