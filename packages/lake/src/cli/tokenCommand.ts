import {TokenStore} from '../access/TokenStore.ts'
import type {TokenInfo} from '../access/TokenStore.ts'
import {isRole} from '../access/Viewer.ts'
import {LakeError} from '../errors/LakeError.ts'
import {openBeside} from '../store/openBeside.ts'
import type {Arguments} from './Arguments.ts'
import {EXIT} from './Command.ts'
import type {Command, Output} from './Command.ts'
import {FOLDER_OPTIONS} from './commonOptions.ts'

/** `lake token create|list|revoke`; works beside a running lake, which knows a new token at once. */
export const tokenCommand: Command = {
  summary: 'Make, list and revoke the tokens of programs.',
  usage: [
    'token create --role viewer|editor|administrator|deploy [--label <text>] [--expires <time>]',
    'token list',
    'token revoke <id>',
  ],
  positionals: 2,
  options: {
    'data-dir': FOLDER_OPTIONS['data-dir'],
    role: {
      type: 'string',
      value: '<role>',
      help: 'viewer, editor, administrator, or deploy (imports and exports alone)',
    },
    label: {
      type: 'string',
      value: '<text>',
      help: 'what the token is for; shown in the list and in the history',
    },
    expires: {
      type: 'string',
      value: '<time>',
      help: 'when it runs out: a number of days as 90d, or a time as 2027-01-31; never without it',
    },
  },
  notes: [
    'A token is shown once and stored as a hash. It works beside a running lake, which knows it at once; streams and sockets of a revoked one end within two seconds.',
  ],
  run: async ({args, output}) => {
    const verb = args.required(0, 'action: create, list or revoke')
    const database = openBeside(args.demand('data-dir'), {create: verb === 'create'})
    try {
      return run(new TokenStore(database, () => new Date()), verb, args, output)
    } finally {
      database.close()
    }
  },
}

function run(tokens: TokenStore, verb: string, args: Arguments, output: Output): number {
  if (verb === 'create') {
    const role = args.text('role')
    if (!isRole(role))
      throw new LakeError(
        'usage',
        'Give --role viewer|editor|administrator|deploy, by what the program does.',
      )
    const expires = args.text('expires')
    const expiry = expires === undefined ? {} : {expiresAt: readExpiry(expires, new Date())}
    output.out(tokens.create({role, label: args.text('label') ?? role, ...expiry}))
    return EXIT.done
  }
  if (verb === 'list') {
    for (const token of tokens.list())
      output.out(
        `${token.id}  ${token.role}  ${token.createdAt}  ${describeUse(token)}  ${describeEnd(token)}  ${token.label}`,
      )
    return EXIT.done
  }
  if (verb !== 'revoke') throw new LakeError('usage', `"${verb}" is no action: use create, list or revoke.`)
  const id = args.required(1, 'token to revoke, as "lake token list" shows it')
  if (!tokens.revoke(id))
    throw new LakeError('notFound', `There is no token ${id}: "lake token list" shows them.`)
  output.out(`Token ${id} is revoked.`)
  return EXIT.done
}

function describeUse({lastUsedOn}: TokenInfo): string {
  return lastUsedOn === undefined ? 'never used' : `used ${lastUsedOn}`
}

function describeEnd({expiresAt}: TokenInfo): string {
  return expiresAt === undefined ? 'no end' : `until ${expiresAt}`
}

const DAY_MS = 86_400_000

/** @throws LakeError `usage` for what is neither a number of days nor a time. */
function readExpiry(text: string, now: Date): Date {
  const days = /^(\d{1,5})d$/.exec(text)?.[1]
  const time = days === undefined ? Date.parse(text) : now.getTime() + Number(days) * DAY_MS
  if (!Number.isNaN(time)) return new Date(time)
  throw new LakeError(
    'usage',
    `--expires is "${text}": use a number of days as 90d, or a time as 2027-01-31.`,
  )
}
