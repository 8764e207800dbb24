import {push} from '../remote/push.ts'
import type {PushReport} from '../remote/push.ts'
import {createRevisionIds} from '../transactions/createRevisionIds.ts'
import {EXIT} from './Command.ts'
import type {Command} from './Command.ts'
import {readCommon} from './commonOptions.ts'
import {createProgress} from './createProgress.ts'
import {readChoice, readMode} from './readChoice.ts'
import {openRemote, REMOTE_NOTES, REMOTE_OPTIONS, stopOnSignal} from './remoteOptions.ts'

/** `lake push`: to a hosted project, beside a running lake. */
export const pushCommand: Command = {
  summary: 'Send a dataset to a hosted project, or to another lake.',
  usage: ['push --remote-project <id> [--remote-dataset <name>] [--replace | --missing]'],
  positionals: 0,
  options: REMOTE_OPTIONS,
  notes: [
    ...REMOTE_NOTES,
    'It sends documents, drafts, versions, releases and assets; history, people and comments stay. Assets that are there are not sent again. A document that is there already stops it before anything is sent, unless --replace or --missing says otherwise.',
  ],
  run: async ({args, output, environment}) => {
    const stop = stopOnSignal()
    const progress = createProgress(output)
    const isDryRun = args.flag('dry-run')
    try {
      const remote = openRemote(args, environment, stop.signal)
      const {dataDir, dataset} = readCommon(args)
      const report = await push(remote, {
        dataDir,
        dataset,
        mode: readMode(args),
        choice: readChoice(args),
        isDryRun,
        onProgress: progress.report,
        onNote: (note) => output.error(note),
        createId: createRevisionIds(() => new Date()),
        signal: stop.signal,
      })
      progress.end()
      output.out(describe(report, remote.name, isDryRun))
      return EXIT.done
    } finally {
      progress.end()
      stop.release()
    }
  },
}

function describe(
  {documents, skipped, assets, assetsThere, releases}: PushReport,
  name: string,
  isDryRun: boolean,
): string {
  const what = `${documents} documents, ${releases} releases and ${assets} assets`
  const rest = `${skipped} documents and ${assetsThere} assets are there already`
  return isDryRun
    ? `${what} would be sent to ${name}; ${rest}. Nothing was sent.`
    : `${what} were sent to ${name}; ${rest}.`
}
