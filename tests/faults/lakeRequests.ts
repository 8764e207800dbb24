/** Requests to a lake by plain `fetch`: a writer that is to be cut off must not try again by itself. */
export function lakeRequests(url: string, token: string) {
  const base = `${url}/v2025-02-19/data`
  const ask = async (path: string, body?: object): Promise<{status: number; body: unknown}> => {
    const response = await fetch(base + path, {
      headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
      ...(body ? {method: 'POST', body: JSON.stringify(body)} : {}),
    })
    return {status: response.status, body: await response.json()}
  }
  return {
    /** @throws when the connection breaks */
    mutate: (mutations: object[], transactionId?: string) =>
      ask('/mutate/production', {mutations, ...(transactionId === undefined ? {} : {transactionId})}),
    query: async (query: string): Promise<unknown> => {
      const {status, body} = await ask(`/query/production?perspective=raw&query=${encodeURIComponent(query)}`)
      if (status !== 200 || typeof body !== 'object' || body === null || !('result' in body)) {
        throw new Error(`${query}: ${status} ${JSON.stringify(body)}`)
      }
      return body.result
    },
  }
}
