import {describe, expect, test} from 'vitest'
import {embeddedLogin} from './embeddedLogin.ts'
import {readStudioConfiguration} from './readStudioConfiguration.ts'

const local = {
  projectId: 'spine',
  dataset: 'production',
  apiHost: 'http://localhost:3900',
  siteUrl: 'http://localhost:3000',
}

describe('readStudioConfiguration', () => {
  test.each([
    ['nothing given: the embedded lake', undefined, {}, local],
    [
      'another lake by environment',
      undefined,
      {SANITY_STUDIO_API_HOST: 'http://localhost:4000', SANITY_STUDIO_SITE_URL: 'http://localhost:4001'},
      {...local, apiHost: 'http://localhost:4000', siteUrl: 'http://localhost:4001'},
    ],
    [
      'a hosted project by environment',
      undefined,
      {SANITY_STUDIO_PROJECT_ID: 'abc123', SANITY_STUDIO_DATASET: 'staging'},
      {...local, projectId: 'abc123', dataset: 'staging', apiHost: undefined},
    ],
    [
      'a project of its own on an embedded lake',
      undefined,
      {SANITY_STUDIO_PROJECT_ID: 'other', SANITY_STUDIO_API_HOST: 'http://localhost:3900'},
      {...local, projectId: 'other'},
    ],
    [
      'empty variables count as unset',
      undefined,
      {SANITY_STUDIO_PROJECT_ID: '', SANITY_STUDIO_DATASET: ''},
      local,
    ],
    [
      'what the server put into the page comes first',
      {...local, apiHost: 'http://localhost:5000'},
      {SANITY_STUDIO_PROJECT_ID: 'abc123'},
      {...local, apiHost: 'http://localhost:5000'},
    ],
    [
      'a hosted project from the page',
      {projectId: 'abc123', dataset: 'production', siteUrl: 'https://example.org'},
      {},
      {projectId: 'abc123', dataset: 'production', apiHost: undefined, siteUrl: 'https://example.org'},
    ],
  ])('%s', (_, injected, env, expected) => {
    expect(readStudioConfiguration(injected, env)).toEqual(expected)
  })

  test.each([{projectId: 'spine'}, {dataset: 'production'}, {projectId: 5, dataset: 'production'}])(
    'refuses %j from the page',
    (injected) => {
      expect(() => readStudioConfiguration(injected, {})).toThrow(
        new TypeError('globalThis.__SPINE_STUDIO__ must give projectId and dataset as texts.'),
      )
    },
  )
})

test.each([
  ['http://localhost:3900', 'http://spine.localhost:3900/v1/auth/login/local'],
  ['https://lake.example.org', 'https://spine.lake.example.org/v1/auth/login/local'],
])('the login page of %s stands on the host of the project', (apiHost, url) => {
  expect(embeddedLogin('spine', apiHost).providers).toEqual([{name: 'local', title: 'This machine', url}])
})
