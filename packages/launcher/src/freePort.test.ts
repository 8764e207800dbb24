import {createServer} from 'node:net'
import {afterEach, expect, test, vi} from 'vitest'
import {freePort} from './freePort.ts'

const taken = createServer()
afterEach(() => new Promise((resolve) => taken.close(resolve)))

test('a port is none that a connection is given, nor one that somebody listens on', async () => {
  const random = vi.spyOn(Math, 'random')
  const first = await freePort()
  random.mockReturnValueOnce(random.mock.results.at(-1)?.value)
  await new Promise<void>((resolve) => taken.listen(first, '127.0.0.1', resolve))
  const second = await freePort()
  expect([first, second].every((port) => port > 10_080 && port < 32_768)).toBe(true)
  expect(second).not.toBe(first)
})
