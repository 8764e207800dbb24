import {readStats} from '../stats/readStats.ts'
import type {DatasetStats, LakeStats} from '../stats/readStats.ts'
import {openBeside} from '../store/openBeside.ts'
import {EXIT} from './Command.ts'
import type {Command} from './Command.ts'
import {FOLDER_OPTIONS} from './commonOptions.ts'
import {formatBytes} from './formatBytes.ts'

/** `lake stats`: what a lake holds. */
export const statsCommand: Command = {
  summary: 'Show what a lake holds and what takes the room.',
  usage: ['stats [--json]'],
  positionals: 0,
  options: {
    'data-dir': FOLDER_OPTIONS['data-dir'],
    json: {type: 'boolean', help: 'all figures as one JSON object, sizes in bytes'},
    largest: {type: 'string', value: '<n>', help: 'how many of the largest documents', default: '5'},
  },
  notes: ['It reads beside a running lake, as of one moment.'],
  run: async ({args, output}) => {
    const dataDir = args.demand('data-dir')
    const database = openBeside(dataDir)
    try {
      const stats = readStats(database, dataDir, args.number('largest', {max: 1000}))
      if (args.flag('json')) output.out(JSON.stringify(stats))
      else for (const line of describe(stats)) output.out(line)
    } finally {
      database.close()
    }
    return EXIT.done
  },
}

function describe(stats: LakeStats): string[] {
  const {format, databaseBytes, walBytes, storage, datasets} = stats
  return [
    `Database ${formatBytes(databaseBytes)}, log ${formatBytes(walBytes)}, format ${format}`,
    ...datasets.flatMap(describeDataset),
    '',
    'Tables and indexes',
    ...table(storage.map(({name, kind, bytes}) => [name, kind, formatBytes(bytes)])),
  ]
}

function describeDataset(stats: DatasetStats): string[] {
  const {dataset, documents, drafts, versions, bytes, types, transactions, assets, largest} = stats
  const span = transactions.first === undefined ? '' : `, ${transactions.first} to ${transactions.last ?? ''}`
  return [
    '',
    `Dataset ${dataset}: ${documents} documents (${drafts} drafts, ${versions} versions), ${formatBytes(bytes)}`,
    ...table([
      ...types.map(({type, documents: count, bytes: size}) => [type, String(count), formatBytes(size)]),
      ...assets.map(({kind, files, bytes: size}) => [`(${kind} on disk)`, String(files), formatBytes(size)]),
    ]),
    `  ${transactions.count} transactions${span}`,
    ...(largest.length > 0 ? ['  Largest documents'] : []),
    ...table(largest.map(({id, type, bytes: size}) => [`  ${id}`, type, formatBytes(size)])),
  ]
}

function table(rows: readonly string[][]): string[] {
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map(([first = '', second = '', third = '']) =>
    `  ${first.padEnd(widths[0] ?? 0)}  ${second.padStart(widths[1] ?? 0)}  ${third.padStart(widths[2] ?? 0)}`.trimEnd(),
  )
}
