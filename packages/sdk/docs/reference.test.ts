import {describe, expect, it} from 'vitest'
import {generateReference, isReferenceFresh} from '../generateReference.ts'
import {parseDocComment} from '../reference/docComment.ts'

describe('the API reference', () => {
  it('says what the docstrings say; else run `node packages/sdk/generateReference.ts`', () => {
    expect(isReferenceFresh()).toBe(true)
  })

  it('names every entry point and shows signatures without bodies', () => {
    const text = generateReference()
    for (const entry of ['', '/html', '/safety', '/feeds', '/citations', '/jsonld', '/react', '/testing']) {
      expect(text).toContain(`\n## @spine-center/sdk${entry}\n`)
    }
    expect(text).toContain("function createContent(options: ContentOptions): Content<'drafts'>")
    expect(text).not.toContain('return createContentFrom')
  })
})

describe('parseDocComment', () => {
  it('parts summary, notes and examples', () => {
    const value = '*\n * Reads {@link Thing}.\n *\n * @throws Error when\n *   lost\n * @example read()\n '
    expect(parseDocComment(value)).toEqual({
      summary: 'Reads `Thing`.',
      notes: [{tag: 'throws', text: 'Error when lost'}],
      examples: ['```ts\nread()\n```'],
    })
  })
})
