import {existsSync, readFileSync} from 'node:fs'
import {expect, test} from 'vitest'

const root = new URL('../../', import.meta.url)
const page = readFileSync(new URL('packages/lake/SECURITY.md', root), 'utf8')
const [, attacks = ''] = page.split('## Attacks')
const rows = [...attacks.matchAll(/^\| (.+?) +\| .+? +\| `([^`]+)`: (.+?) +\|$/gm)].map(
  ([, attack = '', file = '', title = '']): [string, string, string] => [attack, file, title],
)

test('every row of the table names its test', () => {
  const lines = attacks.split('\n').filter((line) => line.startsWith('|'))
  expect(rows).toHaveLength(lines.length - 2)
  expect(rows.length).toBeGreaterThan(40)
})

test.each(rows)('%s: %s has "%s"', (_attack, file, title) => {
  const url = new URL(file, root)
  expect(existsSync(url)).toBe(true)
  const source = readFileSync(url, 'utf8')
  expect(
    source.includes(`'${title}'`) || source.includes(`"${title}"`) || source.includes(`\`${title}\``),
  ).toBe(true)
})
