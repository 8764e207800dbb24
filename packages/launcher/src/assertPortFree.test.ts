import {createServer} from 'node:net'
import {expect, it} from 'vitest'
import {assertPortFree} from './assertPortFree.ts'

it('passes for a free port and names the variable for a taken one', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')

  await expect(assertPortFree('the lake', 'LAKE_PORT', address.port)).rejects.toMatchObject({
    code: 'port-taken',
    message: expect.stringContaining(`LAKE_PORT=${address.port + 10} npm start`),
  })
  await new Promise((resolve) => server.close(resolve))
  await expect(assertPortFree('the lake', 'LAKE_PORT', address.port)).resolves.toBeUndefined()
})
