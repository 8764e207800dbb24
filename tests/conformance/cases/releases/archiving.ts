import type {ChangeRow} from '../../suite/changeCase.ts'
import {TYPES, VERSION, DOC, LATER, act, CREATE, SCHEDULE} from './vocabulary.ts'

/** Cases of releases: archiving. */
export const archiving: readonly ChangeRow[] = [
  {
    rule: 'archive takes the versions away',
    source: `${TYPES}: "Archives an active release, and deletes all the release documents"`,
    given: [VERSION],
    first: [CREATE],
    actions: act('archive'),
    leaves: {'versions.~r.~a': null},
    partly: {[DOC]: {state: 'archived', finalDocumentStates: [{id: 'versions.~r.~a'}]}},
  },
  {
    rule: 'archive of a scheduled release is a conflict',
    source: `${TYPES}: "Archives an active release"`,
    first: [CREATE, SCHEDULE],
    actions: act('archive'),
    error: {description: /scheduled/},
  },
  {
    rule: 'unarchive brings the versions back as they were',
    source: `${TYPES}: "restores all the release documents"`,
    given: [
      {...VERSION, n: 1},
      {_id: 'versions.~r.~b', _type: '~t', m: 2},
    ],
    first: [CREATE, act('archive')],
    actions: act('unarchive'),
    leaves: {'versions.~r.~a': {n: 1}, 'versions.~r.~b': {m: 2}},
    partly: {[DOC]: {state: 'active'}},
  },
  {
    rule: 'unarchive of an active release is a conflict',
    source: `${TYPES}: "Unarchived an archived release"`,
    first: [CREATE],
    actions: act('unarchive'),
    error: {description: /active/},
  },
  {
    rule: 'delete of an archived release',
    source: `${TYPES}: "Deletes a archived or published release"`,
    first: [CREATE, act('archive')],
    actions: act('delete'),
    leaves: {[DOC]: null},
  },
  {
    rule: 'delete of a published release',
    source: `${TYPES}: "Deletes a archived or published release"`,
    first: [CREATE, act('publish')],
    actions: act('delete'),
    leaves: {[DOC]: null},
  },
  {
    rule: 'delete of an active release is a conflict',
    source: `${TYPES}: "Deletes a archived or published release"`,
    first: [CREATE],
    actions: act('delete'),
    error: {description: /active/},
    partly: {[DOC]: {state: 'active'}},
  },
  {
    rule: 'import writes a release document',
    source: `${TYPES}: release.import`,
    actions: act('import', {
      attributes: {
        _id: DOC,
        _type: 'system.release',
        name: '~r',
        state: 'active',
        metadata: {title: 'I', releaseType: 'asap'},
      },
      ifExists: 'fail',
    }),
    partly: {[DOC]: {metadata: {title: 'I'}}},
  },
  {
    rule: 'import takes its document under either name',
    source: `${TYPES}: attributes or document`,
    actions: act('import', {
      document: {
        _id: DOC,
        _type: 'system.release',
        name: '~r',
        state: 'active',
        metadata: {title: 'I', releaseType: 'asap'},
      },
      ifExists: 'fail',
    }),
    partly: {[DOC]: {metadata: {title: 'I'}}},
  },
  {
    rule: 'import leaves what is there with ifExists ignore',
    source: `${TYPES}: ifExists fail, ignore or replace`,
    first: [CREATE],
    actions: act('import', {
      attributes: {
        _id: DOC,
        _type: 'system.release',
        name: '~r',
        state: 'active',
        metadata: {title: 'I', releaseType: 'asap'},
      },
      ifExists: 'ignore',
    }),
    partly: {[DOC]: {metadata: {title: 'R'}}},
  },
  ...['create', 'publish', 'edit', 'schedule'].map((name): ChangeRow => ({
    rule: `${name} may be probed by dryRun without a release`,
    source: 'Studio, releasePermissions: a dry run on a release that is not there tells what one may do',
    embeddedOnly: 'depends on the plan of the project',
    actions: act(name, {patch: {set: {'metadata.title': 'x'}}, publishAt: LATER}),
    more: {dryRun: true},
    leaves: {[DOC]: null},
  })),
]
