import {describe, expect, it} from 'vitest'
import {readEnvironment} from './readEnvironment.ts'

describe('readEnvironment', () => {
  it.each([
    [{}, {port: 3000}],
    [
      {SITE_PORT: '0', SITE_HOST: '::1'},
      {port: 0, host: '::1'},
    ],
    [
      {LAKE_URL: 'http://127.0.0.1:4000', STUDIO_URL: 'http://localhost:1'},
      {lakeUrl: 'http://127.0.0.1:4000', studioUrl: 'http://localhost:1'},
    ],
    [
      {SANITY_PROJECT_ID: 'abc', SANITY_DATASET: 'staging'},
      {projectId: 'abc', dataset: 'staging'},
    ],
  ])('%j', (env, expected) => {
    expect(readEnvironment(env)).toMatchObject(expected)
  })

  it.each([
    [{SITE_PORT: 'http'}, /SITE_PORT/u],
    [{LAKE_URL: 'localhost:3900'}, /LAKE_URL/u],
    [{STUDIO_URL: 'javascript:alert(1)'}, /STUDIO_URL/u],
  ])('refuses %j', (env, message) => {
    expect(() => readEnvironment(env)).toThrow(message)
  })
})
