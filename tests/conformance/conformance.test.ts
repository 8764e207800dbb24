import {randomBytes} from 'node:crypto'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import {SUBJECTS} from './cases/subjects.ts'
import type {Case} from './suite/Case.ts'
import {openInProcess, openSocket} from './suite/openEmbedded.ts'
import {openHosted, readHostedProject} from './suite/openHosted.ts'
import {Scope} from './suite/Scope.ts'
import type {Target} from './suite/Target.ts'

const hosted = readHostedProject(process.env)

type Driver = {name: string; open: () => Target | Promise<Target>; takes: (one: Case) => boolean}

const HOSTED = (project: NonNullable<typeof hosted>): Driver => ({
  name: 'hosted',
  open: () => openHosted(project),
  takes: ({embeddedOnly}) => embeddedOnly === undefined,
})

const EMBEDDED: Driver[] = [
  {name: 'over a socket', open: openSocket, takes: () => true},
  {name: 'in process', open: openInProcess, takes: ({needsSocket}) => needsSocket !== true},
]

// Against a hosted project it is run alone: the embedded lake is shown by every other run.
describe.each(hosted ? [HOSTED(hosted)] : EMBEDDED)('$name', ({open, takes}) => {
  const run = `c${randomBytes(4).toString('hex')}`
  const subjects = SUBJECTS.map(({subject, cases}, place) => ({
    subject,
    cases: cases.filter(takes).map((one, index) => ({...one, prefix: `${run}x${place}x${index}-`})),
  }))

  describe.each(subjects.filter(({cases}) => cases.length > 0))('$subject', ({cases}) => {
    let target: Target
    beforeAll(async () => {
      target = await open()
    })
    afterAll(() => target.close(run))

    test.each(cases)('$rule', async ({run: check, prefix}) => {
      expect.hasAssertions()
      // Names of its own for each attempt, too: what a first one has written must not fail the second.
      const scope = new Scope(target, `${prefix}${randomBytes(2).toString('hex')}-`)
      try {
        await check(scope)
      } finally {
        scope.close()
      }
    })
  })
})
