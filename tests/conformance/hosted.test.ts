import {startLake} from '@spine-center/lake'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {actions} from './cases/actions.ts'
import {assets} from './cases/assets.ts'
import {releases} from './cases/releases.ts'
import {openHosted, readHostedProject} from './suite/openHosted.ts'
import {Scope} from './suite/Scope.ts'
import type {Target} from './suite/Target.ts'

// A lake that others use too stands for the hosted project.
let lake: Awaited<ReturnType<typeof startLake>>
let target: Target

beforeAll(async () => {
  lake = await startLake({port: 0, projectId: 'elsewhere', dataset: 'scratch'})
  const project = readHostedProject({
    SANITY_CONFORMANCE_PROJECT_ID: 'elsewhere',
    SANITY_CONFORMANCE_DATASET: 'scratch',
    SANITY_CONFORMANCE_TOKEN: lake.createToken({role: 'administrator', label: 'test'}),
    SANITY_CONFORMANCE_API_HOST: lake.url,
  })
  if (!project) throw new Error('The project was not read.')
  target = openHosted(project)
})
afterAll(() => lake.close())

describe('the suite against a project elsewhere', () => {
  test('leaves nothing of its own behind, and what was there as it was', async () => {
    const theirs = new Scope(target, 'theirs-')
    await theirs.given({_id: '~a', _type: '~t', n: 1})
    const cases = [actions, releases, assets].flatMap((subject) =>
      subject.cases.filter(({embeddedOnly}) => embeddedOnly === undefined).slice(0, 12),
    )
    for (const [index, one] of cases.entries()) {
      const scope = new Scope(target, `mine-${index}-`)
      await one.run(scope)
      scope.close()
    }
    const all = 'array::unique(*[]{"id": string::split(_id, ".")[-1]}.id)'
    expect(await theirs.result('count(*)')).toBeGreaterThan(10)
    await target.close('mine-')
    expect(await theirs.result(all)).toEqual(['~a'])
    expect(await theirs.content('~a')).toEqual({n: 1})
  })

  test('is not begun with half of what it needs', () => {
    expect(readHostedProject({})).toBeUndefined()
    expect(() => readHostedProject({SANITY_CONFORMANCE_PROJECT_ID: 'p'})).toThrow(/SANITY_CONFORMANCE_TOKEN/)
  })
})
