import fc from 'fast-check'
import {VALUES, junk} from './junk.ts'

const FILLERS: Record<string, readonly string[]> = {
  ':version': ['v1', 'v2025-02-19', 'vX', 'v0', 'v2025-99-99', 'images', 'v2021-03-25'],
  ':dataset': [
    'production',
    'none',
    '..',
    '%2e%2e',
    'production%00',
    '__proto__',
    'PRODUCTION',
    '~a',
    'x'.repeat(200),
  ],
  ':project': ['spine', 'other', '%ff'],
  ':projectId': ['spine', 'other', '..%2f..'],
}
const NAMES = [
  'a',
  'drafts.a',
  'versions.r.a',
  '_.releases.r',
  '%00',
  '..%2f..%2fetc%2fpasswd',
  '%252e%252e%255c',
  'a,b,c',
  '%F0%9F',
  'x'.repeat(3000),
  '0000000000000000000000000000000000000001-1x1.png',
  '-1',
  'constructor',
  '💥',
]

const PARAMETERS = [
  'query',
  '$x',
  '$ids',
  'perspective',
  'limit',
  'nextCursor',
  'time',
  'revision',
  'lastRevision',
  'types',
  'w',
  'h',
  'fm',
  'rect',
  'dl',
  'q',
  'sid',
  'origin',
  'explain',
  'resultSourceMap',
  '__t',
  'enableResume',
  'lastEventId',
  'includeResult',
  'effectFormat',
  'dryRun',
  'returnDocuments',
  'transactionId',
  'filename',
  'meta',
  'visibility',
  'autoGenerateArrayKeys',
  'excludeContent',
  'reverse',
  'fromTransaction',
  'datasetProfile',
  'tag',
  '__proto__',
]

/** Parameters of an address. */
export const search = fc.array(
  fc.tuple(fc.constantFrom(...PARAMETERS), fc.oneof(fc.constantFrom(...VALUES), junk)),
  {maxLength: 5},
)

/** A path of a route, its parameters filled well or badly. */
export function pathFor(pattern: string): fc.Arbitrary<string> {
  const parts = pattern
    .split('/')
    .slice(1)
    .map((part) =>
      part.startsWith(':')
        ? fc.oneof(
            {weight: 16, arbitrary: fc.constant(FILLERS[part]?.[0] ?? 'a')},
            {weight: 2, arbitrary: fc.constantFrom(...(FILLERS[part] ?? NAMES))},
            {weight: 1, arbitrary: junk.map(encodeURIComponent)},
          )
        : fc.constant(part),
    )
  return fc.tuple(...parts).map((filled) => `/${filled.join('/')}`)
}
