#!/usr/bin/env node
import {readEnvironment} from './readEnvironment.ts'
import {startSite} from './startSite.ts'

try {
  const site = await startSite({
    ...readEnvironment(process.env),
    onProblem: (message) => process.stderr.write(`${message}\n`),
  })
  process.stdout.write(`The site listens on ${site.url}\n`)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void site.close())
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
