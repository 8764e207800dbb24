import {randomBytes} from 'node:crypto'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {SUBJECTS} from './cases/subjects.ts'
import {openInProcess, openSocket} from './suite/openEmbedded.ts'
import {openHosted, readHostedProject} from './suite/openHosted.ts'
import {Scope} from './suite/Scope.ts'
import type {Target} from './suite/Target.ts'

const hosted = readHostedProject(process.env)

// Against a hosted project it is run alone: the embedded lake is shown by every other run.
const DRIVERS: [string, () => Target | Promise<Target>][] = hosted
  ? [['hosted', () => openHosted(hosted)]]
  : [
      ['over a socket', openSocket],
      ['in process', openInProcess],
    ]

describe.each(DRIVERS)('%s', (_, open) => {
  const run = `c${randomBytes(4).toString('hex')}`

  describe.each(SUBJECTS)('$subject', ({cases}) => {
    let target: Target
    beforeAll(async () => {
      target = await open()
    })
    afterAll(() => target.close(run))

    const applicable = cases.filter(({embeddedOnly}) => !hosted || embeddedOnly === undefined)
    test.each(applicable.map((one, index) => ({...one, index})))('$rule', async ({run: check, index}) => {
      expect.hasAssertions()
      const scope = new Scope(target, `${run}x${index}-`)
      try {
        await check(scope)
      } finally {
        scope.close()
      }
    })
  })
})
