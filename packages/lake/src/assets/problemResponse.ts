const reasons: ReadonlyMap<number, string> = new Map([
  [400, 'Bad Request'],
  [401, 'Unauthorized'],
  [403, 'Forbidden'],
  [404, 'Not Found'],
  [416, 'Range Not Satisfiable'],
])

/** An error answer in the shape that Sanity's clients read: `{statusCode, error, message}`. */
export function problemResponse(
  statusCode: number,
  message: string,
  headers: Record<string, string> = {},
): Response {
  const error = reasons.get(statusCode) ?? 'Error'
  return Response.json({statusCode, error, message}, {status: statusCode, headers})
}
