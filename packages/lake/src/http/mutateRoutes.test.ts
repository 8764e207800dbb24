import {expect, test} from 'vitest'
import {createLake} from '../createLake.ts'

test('a strong reference to nothing is refused, whatever the address says', async () => {
  const lake = createLake()
  const token = lake.createToken({role: 'deploy', label: 'test'})
  const flags = 'skipCrossDatasetReferenceValidation=true&skipReferenceCheck=true'
  const to = {_type: 'reference', _ref: 'nothing'}
  const response = await lake.fetch(`http://localhost/v2025-02-19/data/mutate/production?${flags}`, {
    method: 'POST',
    body: JSON.stringify({mutations: [{createOrReplace: {_id: 'a', _type: 'note', to}}]}),
    headers: {authorization: `Bearer ${token}`, 'content-type': 'application/json'},
  })
  expect(response.status).toBe(409)
  lake.close()
})
