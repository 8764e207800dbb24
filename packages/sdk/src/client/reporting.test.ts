import {expect, it} from 'vitest'
import {createTestContent} from '../testing/createTestContent.ts'
import {ContentError} from '../errors/ContentError.ts'
import type {ContentProblem} from '../errors/contentProblem.ts'

const unnamed = {_id: 'a', _type: 'topic', slug: {_type: 'slug', current: 'a'}}

it.each(['omit', 'throw'] as const)(
  'tells a hook that throws of a problem once, onInvalid %s',
  async (onInvalid) => {
    const told: ContentProblem[] = []
    const thrown = new ContentError('invalid-result', 'Too strict for this.')
    const content = createTestContent({
      documents: [unnamed],
      onInvalid,
      onProblem(problem) {
        told.push(problem)
        throw Object.assign(thrown, {problems: [problem]})
      },
    })
    await expect(content.topics()).rejects.toBe(thrown)
    expect(told).toMatchObject([{documentId: 'a', path: 'label'}])
  },
)
