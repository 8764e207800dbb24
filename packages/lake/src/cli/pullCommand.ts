import {pull} from '../remote/pull.ts'
import {EXIT} from './Command.ts'
import type {Command} from './Command.ts'
import {readCommon} from './commonOptions.ts'
import {createProgress} from './createProgress.ts'
import {readChoice, readMode} from './readChoice.ts'
import {openRemote, REMOTE_NOTES, REMOTE_OPTIONS, stopOnSignal} from './remoteOptions.ts'

/** `lake pull`: from a hosted project into a folder that no lake uses. */
export const pullCommand: Command = {
  summary: 'Fetch a dataset from a hosted project, or from another lake.',
  usage: ['pull --remote-project <id> [--remote-dataset <name>] [--replace | --missing]'],
  positionals: 0,
  options: REMOTE_OPTIONS,
  notes: [
    ...REMOTE_NOTES,
    'The lake here may not be running. What was fetched is imported at the end, all of it or nothing. Assets that were fetched before it was stopped are not fetched again.',
  ],
  run: async ({args, output, environment}) => {
    const stop = stopOnSignal()
    const progress = createProgress(output)
    const isDryRun = args.flag('dry-run')
    try {
      const remote = openRemote(args, environment, stop.signal)
      const common = readCommon(args)
      const {documents, written, assets} = await pull(remote, {
        ...common,
        remoteProjectId: args.demand('remote-project'),
        mode: readMode(args),
        choice: readChoice(args),
        isDryRun,
        onProgress: progress.report,
        onNote: (note) => output.error(note),
        signal: stop.signal,
        clock: () => new Date(),
      })
      progress.end()
      output.out(
        isDryRun
          ? `${documents} documents and ${assets} new assets of ${remote.name} were fetched and can be imported into dataset ${common.dataset}; nothing was written to it.`
          : `${written} of ${documents} documents and ${assets} new assets of ${remote.name} are in dataset ${common.dataset}.`,
      )
      return EXIT.done
    } finally {
      progress.end()
      stop.release()
    }
  },
}
