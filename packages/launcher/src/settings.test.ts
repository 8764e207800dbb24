import {isAbsolute} from 'node:path'
import {describe, expect, it} from 'vitest'
import {readSettings} from './settings.ts'

describe('readSettings', () => {
  it('has defaults for everything', () => {
    const settings = readSettings({})
    expect(settings).toMatchObject({lakePort: 3900, studioPort: 3333, sitePort: 3000, hosted: null})
    expect(isAbsolute(settings.dataDir)).toBe(true)
  })

  it.each([
    ['LAKE_PORT', 'lakePort'],
    ['STUDIO_PORT', 'studioPort'],
    ['SITE_PORT', 'sitePort'],
  ] as const)('%s moves one part', (variable, key) => {
    expect(readSettings({[variable]: '4123'})[key]).toBe(4123)
  })

  it.each(['0', '65536', '80.5', 'http', '-1'])('refuses LAKE_PORT=%s and names it', (value) => {
    expect(() => readSettings({LAKE_PORT: value})).toThrow(/LAKE_PORT is/)
  })

  it('refuses two parts on one port', () => {
    expect(() => readSettings({LAKE_PORT: '4000', SITE_PORT: '4000'})).toThrow(/three different ports/)
  })

  it('turns to a hosted project by environment alone', () => {
    expect(
      readSettings({SANITY_STUDIO_PROJECT_ID: 'abc123', SANITY_STUDIO_DATASET: 'staging'}).hosted,
    ).toEqual({
      projectId: 'abc123',
      dataset: 'staging',
    })
  })
})
