import {readFileSync} from 'node:fs'
import {expect, test} from 'vitest'
import {sampleDocuments} from './documents/sampleDocuments.ts'

function read(path: string): string {
  return readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
}

test.each(['examples/importIntoLake.ts', 'examples/countBytes.ts'])(
  'the README shows %s as it is',
  (path) => {
    expect(read('README.md')).toContain(read(path).trim())
  },
)

test('the example of the import imports everything', async () => {
  const {result} = await import('../examples/importIntoLake.ts')
  expect(result).toMatchObject({status: 'imported', documents: sampleDocuments.length})
})

test('the example of the generator makes about 6 KB a document', async () => {
  const {bytes} = await import('../examples/countBytes.ts')
  expect(bytes / 1000).toBeGreaterThan(5000)
  expect(bytes / 1000).toBeLessThan(8000)
})
