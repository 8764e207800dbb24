import fc from 'fast-check'
import {junk} from './junk.ts'
import {document, id, patch, value} from './mutation.ts'

const ACTIONS = [
  'document.create',
  'document.edit',
  'document.publish',
  'document.unpublish',
  'document.delete',
  'document.discard',
  'document.replaceDraft',
  'version.create',
  'version.discard',
  'version.replace',
  'version.unpublish',
  'release.create',
  'release.edit',
  'release.publish',
  'release.schedule',
  'release.unschedule',
  'release.archive',
  'release.unarchive',
  'release.delete',
  'release.import',
  'none',
]
export const action = fc.record(
  {
    actionType: fc.oneof(
      fc.constantFrom(...ACTIONS).map((name) => `sanity.action.${name}`),
      value,
    ),
    draftId: id,
    publishedId: id,
    versionId: id,
    baseId: id,
    releaseId: fc.oneof(fc.constant('r'), junk),
    attributes: fc.oneof(document, value),
    document,
    patch,
    metadata: value,
    publishAt: junk,
    includeDrafts: value,
  },
  {requiredKeys: ['actionType']},
)
