import {LakeError} from '../errors/LakeError.ts'
import {limitError} from '../LakeLimits.ts'
import type {UploadLimits} from './AssetStore.ts'

/** The error of an upload beyond the limit. */
export function tooLargeUpload({maxBytes}: Pick<UploadLimits, 'maxBytes'>): LakeError {
  return limitError({maxUploadBytes: maxBytes}, 'maxUploadBytes', {what: 'The upload is too large'})
}

async function readWithin(reader: ReadableStreamDefaultReader<Uint8Array>, timeoutMs: number) {
  let timer: NodeJS.Timeout | undefined
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new LakeError('badRequest', `The upload sent nothing for ${timeoutMs} ms. Send it again.`))
    }, timeoutMs)
  })
  try {
    return await Promise.race([reader.read(), timeout])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Hands on the pieces of an upload as they arrive, never more than the limits allow.
 *
 * @throws LakeError `tooLarge` beyond `maxBytes`, `badRequest` for a stalled or broken-off body.
 */
export async function* readUpload(
  body: ReadableStream<Uint8Array> | null,
  {maxBytes, idleTimeoutMs}: UploadLimits,
): AsyncGenerator<Uint8Array> {
  if (body === null) return
  const reader = body.getReader()
  let total = 0
  let complete = false
  try {
    for (;;) {
      const {done, value} = await readWithin(reader, idleTimeoutMs)
      if (done) break
      total += value.byteLength
      if (total > maxBytes) {
        throw tooLargeUpload({maxBytes})
      }
      yield value
    }
    complete = true
  } catch (cause) {
    if (cause instanceof LakeError) throw cause
    throw new LakeError('badRequest', 'The upload broke off before its end. Send it again.', {cause})
  } finally {
    // The rest of a refused body must not keep the connection busy.
    if (!complete) reader.cancel().catch(() => undefined)
  }
}
