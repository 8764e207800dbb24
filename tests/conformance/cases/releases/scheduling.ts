import type {ChangeRow} from '../../suite/changeCase.ts'
import {DOCS, TYPES, A, VERSION, DOC, LATER, act, CREATE, SCHEDULE} from './vocabulary.ts'

/** Cases of releases: scheduling. */
export const scheduling: readonly ChangeRow[] = [
  {
    rule: 'schedule locks the release until its time',
    source: `${TYPES}: "Queues release for publishing at the given future time"`,
    given: [VERSION],
    first: [CREATE],
    actions: SCHEDULE,
    partly: {[DOC]: {state: 'scheduled', publishAt: LATER}},
  },
  {
    rule: 'schedule wants a date',
    source: `${TYPES}: publishAt`,
    first: [CREATE],
    actions: act('schedule', {publishAt: 'soon'}),
    status: 400,
    error: {description: /publishAt.*soon/},
    partly: {[DOC]: {state: 'active'}},
  },
  {
    rule: 'a new version cannot come into a scheduled release',
    source: `${DOCS}: scheduled releases are locked`,
    given: [A],
    first: [CREATE, SCHEDULE],
    actions: {
      actionType: 'document.version.create',
      publishedId: '~a',
      baseId: '~a',
      versionId: 'versions.~r.~a',
    },
    error: {description: /scheduled/},
    leaves: {'versions.~r.~a': null},
  },
  {
    rule: 'unschedule makes it active again',
    source: `${TYPES}: "Unschedules a scheduled release, stopping it from being published"`,
    first: [CREATE, SCHEDULE],
    actions: act('unschedule'),
    partly: {[DOC]: {state: 'active'}},
  },
  {
    rule: 'unschedule of an active release is a conflict',
    source: `${TYPES}: unschedule`,
    first: [CREATE],
    actions: act('unschedule'),
    error: {description: /active/},
  },
  {
    rule: 'a scheduled release may be published by hand',
    source: 'Studio: publish of a scheduled release',
    given: [{...VERSION, n: 1}],
    first: [CREATE, SCHEDULE],
    actions: act('publish'),
    leaves: {'~a': {n: 1}},
  },
]
