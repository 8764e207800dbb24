import {checkLake} from '../check/checkLake.ts'
import {describeFinding} from '../check/Finding.ts'
import type {Finding} from '../check/Finding.ts'
import {openForCheck} from '../check/openForCheck.ts'
import {inTransaction} from '../store/inTransaction.ts'
import {EXIT} from './Command.ts'
import type {Command, Output} from './Command.ts'
import {FOLDER_OPTIONS} from './commonOptions.ts'
import {createProgress} from './createProgress.ts'

/** `lake check`: whether a lake is whole; `--repair` builds anew what follows from the rest. */
export const checkCommand: Command = {
  summary: 'Look whether the lake is whole, and repair what can be told from the rest.',
  usage: ['check [--repair]'],
  positionals: 0,
  options: {
    'data-dir': FOLDER_OPTIONS['data-dir'],
    repair: {
      type: 'boolean',
      help: 'build indexes and references anew, restore unreadable documents from the log; the lake must be stopped',
    },
  },
  notes: [
    'It looks at the pages of the database, the indexes, the references and the log, which must lead to every document as it is, and at the files of assets. Without --repair it changes nothing and works beside a running lake.',
    'Each finding is a line with the dataset, the document and what to do. The exit code is 0 when nothing is left to do, else 1.',
  ],
  run: async ({args, output}) => {
    const dataDir = args.demand('data-dir')
    const repair = args.flag('repair')
    const {database, close} = openForCheck(dataDir, {repair})
    const progress = createProgress(output)
    const findings: Finding[] = []
    try {
      const context = {dataDir, database, now: Date.now(), onChecked: progress.report}
      for await (const finding of checkLake(context)) {
        // A database that cannot be read fails every part of the check alike.
        if (findings.some((known) => describeFinding(known) === describeFinding(finding))) continue
        progress.end()
        findings.push(finding)
        output.out(describeFinding(finding))
      }
      progress.end()
      if (repair) {
        inTransaction(database, () => {
          for (const finding of findings) finding.repair?.()
        })
      }
      return conclude(findings, repair, output)
    } finally {
      close()
    }
  },
}

function conclude(findings: readonly Finding[], isRepaired: boolean, output: Output): number {
  if (findings.length === 0) {
    output.out('The lake is whole.')
    return EXIT.done
  }
  const repairable = findings.filter((finding) => finding.repair).length
  const left = isRepaired ? findings.length - repairable : findings.length
  const repaired = isRepaired
    ? `${repairable} repaired, ${left} left`
    : `${repairable} of them can be repaired with --repair`
  output.out(`${findings.length} found, ${repaired}.`)
  return left === 0 ? EXIT.done : EXIT.failed
}
