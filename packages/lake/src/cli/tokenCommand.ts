import {parseArgs} from 'node:util'
import {TokenStore} from '../access/TokenStore.ts'
import {isRole} from '../access/Viewer.ts'
import {openDatabase} from '../store/openDatabase.ts'
import {COMMON_OPTIONS, readCommon} from './commonOptions.ts'
import type {Command, Output} from './runCommand.ts'

const OPTIONS = {...COMMON_OPTIONS, role: {type: 'string'}, label: {type: 'string'}} as const

/** `lake token create|list|revoke`; works beside a running lake, which knows a new token at once. */
export const tokenCommand: Command = async (args, environment, output) => {
  const {values, positionals} = parseArgs({args, options: OPTIONS, allowPositionals: true})
  const database = openDatabase(readCommon(values, environment).dataDir)
  try {
    return run(new TokenStore(database, () => new Date()), positionals, values, output)
  } finally {
    database.close()
  }
}

function run(
  tokens: TokenStore,
  [verb, id]: string[],
  {role, label}: {role?: string | undefined; label?: string | undefined},
  output: Output,
): number {
  if (verb === 'create' && isRole(role)) {
    output.out(tokens.create({role, label: label ?? role}))
    return 0
  }
  if (verb === 'list') {
    for (const token of tokens.list())
      output.out(`${token.id}  ${token.role}  ${token.createdAt}  ${token.label}`)
    return 0
  }
  if (verb === 'revoke' && id !== undefined) {
    const isGone = tokens.revoke(id)
    if (isGone) output.out(`Token ${id} is revoked.`)
    else output.error(`There is no token ${id}: "lake token list" shows them.`)
    return isGone ? 0 : 1
  }
  output.error(
    'Use: lake token create --role viewer|editor|administrator|deploy [--label …], list, or revoke <id>.',
  )
  return 1
}
