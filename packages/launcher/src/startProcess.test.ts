import {expect, it} from 'vitest'
import {freePort} from './freePort.ts'
import {startProcess} from './startProcess.ts'

it('says what a part printed when it ends before it answers', async () => {
  const starting = startProcess({
    name: 'The part',
    args: ['-e', 'process.stderr.write("the disk is full"); process.exit(3)'],
    readyUrl: 'http://127.0.0.1:9/',
  })
  await expect(starting).rejects.toMatchObject({
    code: 'did-not-start',
    message: expect.stringMatching(/The part did not start.*exit code 3.*the disk is full/s),
  })
})

it('waits until the address answers, and stops the process', async () => {
  const port = await freePort()
  const script = `setTimeout(() => require('node:http').createServer((q, s) => s.end('up')).listen(${port}, '127.0.0.1'), 200)`
  const part = await startProcess({
    name: 'The part',
    args: ['-e', script],
    readyUrl: `http://127.0.0.1:${port}/`,
  })
  expect(await (await fetch(`http://127.0.0.1:${port}/`)).text()).toBe('up')
  await part.stop()
  await expect(fetch(`http://127.0.0.1:${port}/`)).rejects.toThrow('fetch failed')
})
