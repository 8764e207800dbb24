import {expect, test} from 'vitest'
import {siteAddressOf} from './siteAddressOf.ts'

const SITE = 'http://localhost:3000'

test.each([
  [{_id: 'a', _type: 'article', slug: {current: 'pool-walking'}}, `${SITE}/articles/pool-walking`],
  [{_id: 'b', _type: 'exercise', slug: {current: 'hip-hinge'}}, `${SITE}/exercises/hip-hinge`],
  [{_id: 'c', _type: 'article', slug: {current: 'a/../b'}}, `${SITE}/articles/a%2F..%2Fb`],
  [{_id: 'd', _type: 'article'}, undefined],
  [{_id: 'e', _type: 'citation', slug: {current: 'x'}}, undefined],
])('%j has its page at %s', (document, address) => {
  expect(siteAddressOf(document, SITE)).toBe(address)
})
