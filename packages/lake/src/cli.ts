#!/usr/bin/env node
import {runCommand} from './cli/runCommand.ts'

const {stderr, stdout} = process

// Who reads may leave, as "head" does or a terminal that is closed: that ends no lake.
for (const stream of [stdout, stderr]) stream.on('error', () => undefined)

process.exitCode = await runCommand(process.argv.slice(2), process.env, {
  out: (line) => stdout.write(`${line}\n`),
  error: (line) => stderr.write(`${line}\n`),
  ...(stderr.isTTY ? {draw: (text: string) => void stderr.write(text)} : {}),
})
