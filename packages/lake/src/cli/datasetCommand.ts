import {createFolderAdmin} from '../datasets/createFolderAdmin.ts'
import {createRemoteAdmin} from '../datasets/createRemoteAdmin.ts'
import type {DatasetAdmin} from '../datasets/DatasetAdmin.ts'
import {LakeError} from '../errors/LakeError.ts'
import type {Arguments} from './Arguments.ts'
import {EXIT} from './Command.ts'
import type {Command, Output} from './Command.ts'
import {FOLDER_OPTIONS} from './commonOptions.ts'

/** `lake dataset list|create|delete|copy|visibility`, on a folder or through the address of a running lake. */
export const datasetCommand: Command = {
  summary: 'List, make, copy and delete datasets, and say who may read them.',
  usage: [
    'dataset list',
    'dataset create <name> [--private]',
    'dataset copy <name> <new name> [--skip-history] [--skip-content-releases]',
    'dataset visibility <name> [public|private]',
    'dataset delete <name> --force',
  ],
  positionals: 3,
  options: {
    'data-dir': FOLDER_OPTIONS['data-dir'],
    url: {
      type: 'string',
      value: '<address>',
      help: 'a running lake, with the token of an administrator in LAKE_TOKEN; without it the folder is used, which no lake may have open',
      environment: 'LAKE_URL',
    },
    private: {type: 'boolean', help: 'it is read with a token alone'},
    'skip-history': {type: 'boolean', help: 'copies the documents without what became of them'},
    'skip-content-releases': {type: 'boolean', help: 'leaves releases and what is in them'},
    force: {type: 'boolean', help: 'deletes a dataset with all documents, history and assets'},
  },
  run: async ({args, output, environment}) => {
    const verb = args.required(0, 'action: list, create, copy, visibility or delete')
    const action = Object.hasOwn(ACTIONS, verb) ? ACTIONS[verb] : undefined
    if (!action)
      throw new LakeError('usage', `"${verb}" is no action: use list, create, copy, visibility or delete.`)
    const url = args.text('url')
    const admin =
      url === undefined
        ? createFolderAdmin(args.demand('data-dir'), {mayMake: verb === 'create'})
        : createRemoteAdmin(readUrl(url), environment['LAKE_TOKEN'], fetch)
    try {
      await action(admin, args, output)
    } finally {
      admin.close()
    }
    return EXIT.done
  },
}

type Action = (admin: DatasetAdmin, args: Arguments, output: Output) => Promise<void>

const ACTIONS: Readonly<Record<string, Action>> = {
  list: async (admin, _args, output) => {
    for (const {name, aclMode, createdAt, addonFor} of await admin.list())
      output.out(`${name}  ${aclMode}  ${createdAt}${addonFor === undefined ? '' : `  for ${addonFor}`}`)
  },
  create: async (admin, args, output) => {
    const name = args.required(1, 'dataset')
    const aclMode = args.flag('private') ? 'private' : 'public'
    await admin.create(name, aclMode)
    output.out(`Dataset ${name} is there, ${aclMode}.`)
  },
  copy: async (admin, args, output) => {
    const from = args.required(1, 'dataset to copy')
    const to = args.required(2, 'new dataset')
    await admin.copy(from, to, {
      skipHistory: args.flag('skip-history'),
      skipContentReleases: args.flag('skip-content-releases'),
    })
    output.out(`Dataset ${to} is a copy of ${from}.`)
  },
  visibility: async (admin, args, output) => {
    const name = args.required(1, 'dataset')
    const wanted = args.optional(2)
    if (wanted === undefined) {
      const found = (await admin.list()).find((dataset) => dataset.name === name)
      if (!found)
        throw new LakeError('notFound', `There is no dataset ${name}: "lake dataset list" shows them.`)
      output.out(found.aclMode)
      return
    }
    if (wanted !== 'public' && wanted !== 'private')
      throw new LakeError('usage', `"${wanted}" is no visibility: use public or private.`)
    await admin.setAclMode(name, wanted)
    output.out(`Dataset ${name} is ${wanted}.`)
  },
  delete: async (admin, args, output) => {
    const name = args.required(1, 'dataset')
    const count = await admin.countDocuments(name)
    if (!args.flag('force')) {
      throw new LakeError(
        'usage',
        `Dataset ${name} has ${count} documents; with their history and assets they would be gone for good. Take a backup, then say --force.`,
      )
    }
    await admin.remove(name)
    output.out(`Dataset ${name} is gone, with ${count} documents.`)
  },
}

/** @throws LakeError `usage` for what is no address of a lake. */
function readUrl(text: string): string {
  if (/^https?:\/\//.test(text) && URL.canParse(text)) return text
  throw new LakeError('usage', `--url is "${text}": write an address such as http://localhost:3900.`)
}
