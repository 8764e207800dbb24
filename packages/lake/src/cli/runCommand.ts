import {LakeError} from '../errors/LakeError.ts'
import {exportCommand} from './exportCommand.ts'
import {importCommand} from './importCommand.ts'
import {startCommand} from './startCommand.ts'
import {tokenCommand} from './tokenCommand.ts'
import {webhookCommand} from './webhookCommand.ts'

/** Where a command writes its lines. */
export type Output = {out(line: string): void; error(line: string): void}

/** The environment variables that a command reads. */
export type Environment = Record<string, string | undefined>

/** One command: its arguments without its own name. Returns the exit code. */
export type Command = (args: string[], environment: Environment, output: Output) => Promise<number>

const COMMANDS: Record<string, Command> = {
  start: startCommand,
  token: tokenCommand,
  import: importCommand,
  export: exportCommand,
  webhook: webhookCommand,
}

const HELP = `An embedded Content Lake: Sanity's HTTP API over SQLite.

  lake start                          serve until Ctrl-C
  lake token create --role <role>     make a token: viewer, editor, administrator or deploy
  lake token list
  lake token revoke <id>
  lake webhook create --url <address> tell a receiver of what changes; [--on create,update,delete] [--filter <GROQ>]
                                      [--projection <GROQ>] [--name <text>] [--drafts] [--versions] [--unsigned];
                                      signed with [LAKE_WEBHOOK_SECRET], else with a secret that is shown once
  lake webhook list | log <id> | delete <id>
  lake export <file.ndjson>           all documents, one JSON line each; "-" is the output
  lake import <file.ndjson>           all of them or none, into a lake that is not running
                                      [--replace | --missing] what to do with documents that exist

Every command takes (or the environment variable in brackets):
  --data-dir <folder>   where lake.sqlite and assets are kept [DATA_DIR], default ./data
  --project-id <id>     [LAKE_PROJECT_ID], default spine
  --dataset <name>      [LAKE_DATASET], default production
start also takes:
  --port <number>       [LAKE_PORT], default 3900
  --host <address>      [LAKE_HOST], default 127.0.0.1: this machine alone
  --allow-origin <url>  pages that may talk to it besides this machine's, repeatable [LAKE_ALLOW_ORIGIN, by commas]
  --allow-host <name>   names it answers to besides this machine's, repeatable [LAKE_ALLOW_HOST, by commas]
  --private             nobody reads without a token
  --allow-private-webhooks  webhooks may reach this machine and private networks [LAKE_ALLOW_PRIVATE_WEBHOOKS=1]`

/** Runs the `lake` command; errors of use and of the lake are one line on the error output, never a stack. */
export async function runCommand(args: string[], environment: Environment, output: Output): Promise<number> {
  const [name, ...rest] = args
  if (name === undefined || name === 'help' || args.includes('--help') || args.includes('-h')) {
    output.out(HELP)
    return name === undefined ? 1 : 0
  }
  const command = COMMANDS[name]
  if (!command) {
    output.error(`Unknown command "${name}": lake --help lists them.`)
    return 1
  }
  try {
    return await command(rest, environment, output)
  } catch (error) {
    if (error instanceof LakeError || isUsageError(error)) {
      output.error(error.message)
      return 1
    }
    throw error
  }
}

// What node:util's parseArgs throws for an option that it does not know.
function isUsageError(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS')
}
