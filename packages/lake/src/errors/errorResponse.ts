import {LakeError} from './LakeError.ts'

const REASONS: Record<number, string> = {
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  409: 'Conflict',
  413: 'Payload Too Large',
  414: 'URI Too Long',
  415: 'Unsupported Media Type',
  429: 'Too Many Requests',
  503: 'Service Unavailable',
  507: 'Insufficient Storage',
}

/**
 * The JSON answer for an error, in the two shapes Sanity's clients read: `{error: {type, description}}` for
 * queries and mutations, `{statusCode, error, message}` for all others. An unknown error says nothing of its cause.
 */
export function errorResponse(error: unknown): Response {
  if (!(error instanceof LakeError)) {
    return Response.json(
      {statusCode: 500, error: 'Internal Server Error', message: 'The lake failed; its log names the cause.'},
      {status: 500},
    )
  }
  const {status, retryAfterSeconds} = error
  const headers = retryAfterSeconds === undefined ? {} : {'Retry-After': String(retryAfterSeconds)}
  if (error.details) {
    return Response.json(
      {error: {description: error.message, ...error.details}, statusCode: status, message: error.message},
      {status, headers},
    )
  }
  return Response.json(
    {statusCode: status, error: REASONS[status] ?? 'Error', message: error.message},
    {status, headers},
  )
}
