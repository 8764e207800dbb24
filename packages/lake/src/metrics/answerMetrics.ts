import {mayDo} from '../access/Permission.ts'
import type {Viewer} from '../access/Viewer.ts'
import type {LakeExchange} from '../http/createLakeServer.ts'
import {PROTECTION} from '../http/createHandler.ts'
import {isForwarded} from '../http/isForwarded.ts'
import {isLoopbackAddress} from '../http/isLoopbackAddress.ts'
import {refuseRequest} from '../http/refuseRequest.ts'
import type {Metrics} from './createMetrics.ts'

/** True for a request of the figures. */
export function isMetricsRequest({method, url}: LakeExchange[0]): boolean {
  return method === 'GET' && (url ?? '').split('?', 1)[0] === '/metrics'
}

/**
 * Answers `GET /metrics` to this machine, or to an administrator's token. What a proxy on this machine passes on comes
 * from elsewhere and needs the token too.
 */
export async function answerMetrics(
  request: LakeExchange[0],
  response: LakeExchange[1],
  {metrics, identify}: {metrics: Metrics; identify: (token: string | undefined) => Viewer},
): Promise<void> {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1]
  const isAllowed = isDirectlyLocal(request) || mayDo(identify(token), 'manage')
  if (!isAllowed) {
    refuseRequest(
      response,
      token === undefined ? 401 : 403,
      'The figures need the token of an administrator.',
    )
    return
  }
  const text = await metrics.text()
  const headers = {...PROTECTION, 'content-type': metrics.contentType, 'cache-control': 'no-store'}
  for (const [name, value] of Object.entries(headers)) response.setHeader(name, value)
  response.end(text)
}

function isDirectlyLocal({socket, headers}: LakeExchange[0]): boolean {
  const {remoteAddress = ''} = socket
  return !isForwarded(Object.keys(headers)) && isLoopbackAddress(remoteAddress)
}
