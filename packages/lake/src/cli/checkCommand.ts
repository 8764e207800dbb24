import {checkLake} from '../check/checkLake.ts'
import {describeFinding} from '../check/Finding.ts'
import type {Finding} from '../check/Finding.ts'
import {openForCheck} from '../check/openForCheck.ts'
import {repairFindings} from '../check/repairFindings.ts'
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
    'A damaged index is repaired alone, and everything looked at again; with damaged pages nothing is. Files and pages that only take room go in a run that finds nothing wrong with the documents.',
    'Each finding is a line with the dataset, the document and what to do. The exit code is 0 when nothing is left to do, else 1.',
  ],
  run: async ({args, output}) => {
    const dataDir = args.demand('data-dir')
    const repair = args.flag('repair')
    const {database, close} = openForCheck(dataDir, {repair})
    const progress = createProgress(output)
    const said = new Set<string>()
    const look = async (): Promise<Finding[]> => {
      const findings = new Map<string, Finding>()
      const context = {dataDir, database, now: Date.now(), onChecked: progress.report}
      for await (const finding of checkLake(context)) {
        const line = describeFinding(finding)
        findings.set(line, finding)
        if (said.has(line)) continue
        said.add(line)
        progress.end()
        output.out(line)
      }
      progress.end()
      return [...findings.values()]
    }
    try {
      const findings = await look()
      if (!repair || !findings.some((finding) => finding.repair))
        return conclude(said.size, findings, repair, output)
      repairFindings(database, findings)
      // What is said to be repaired has been seen to be; what comes to light by it is left to another run.
      const left = await look()
      return conclude(said.size, left, repair, output)
    } finally {
      close()
    }
  },
}

function conclude(found: number, left: readonly Finding[], isRepaired: boolean, output: Output): number {
  if (found === 0) {
    output.out('The lake is whole.')
    return EXIT.done
  }
  if (left.some(({isOfPages}) => isOfPages))
    output.out('Documents, history and assets can be looked at once pages and indexes are whole.')
  const repairable = left.filter((finding) => finding.repair).length
  const repaired = isRepaired
    ? `${found - left.length} repaired, ${left.length} left`
    : `${repairable} of them can be repaired with --repair`
  output.out(`${found} found, ${repaired}.`)
  return left.length === 0 ? EXIT.done : EXIT.failed
}
