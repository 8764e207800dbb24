import type {ResolvedConfig} from './config.ts'
import type {CommandIo} from './run.ts'

export async function watch(_config: ResolvedConfig, _io: CommandIo): Promise<number> {
  return 0
}
