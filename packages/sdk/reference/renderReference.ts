import {docCommentOf} from './docComment.ts'
import type {ExportedName} from './readExports.ts'
import {signatureOf} from './signatureOf.ts'

/** One entry point and what it exports. */
export interface ReferenceEntry {
  /** What is imported, such as `@spine-center/sdk/html`. */
  readonly specifier: string
  readonly exports: readonly ExportedName[]
}

// Signatures stand as in the sources, so that the check is of text alone.
const UNFORMATTED = '<!-- oxfmt-ignore-start -->'
const FORMATTED = '<!-- oxfmt-ignore-end -->'

/** The reference as Markdown: functions and classes first, then types, in the order of each entry. */
export function renderReference(entries: readonly ReferenceEntry[]): string {
  const head =
    '# API reference\n\nMade from the docstrings by `node generateReference.ts`; do not edit it.\n' +
    'The generated validators of `/schemas` are described in [own queries](queries.md).\n'
  const contents = entries.map(({specifier}) => `- [\`${specifier}\`](#${anchorOf(specifier)})`).join('\n')
  const parts = [`${head}\n${contents}`, UNFORMATTED, ...entries.map(renderEntry), FORMATTED]
  return `${parts.join('\n\n')}\n`
}

function renderEntry({specifier, exports}: ReferenceEntry): string {
  const values = exports.filter((exported) => !isType(exported))
  const sorted = [...values, ...exports.filter(isType)]
  return [`## ${specifier}`, ...sorted.map(renderExport)].join('\n\n')
}

function renderExport(exported: ExportedName): string {
  const doc = docCommentOf(exported)
  const notes = (doc?.notes ?? []).map(({tag, text}) => `- **${tag}** ${text}`).join('\n')
  const parts = [
    `### ${exported.name}`,
    doc?.summary ?? '',
    fenced(signatureOf(exported)),
    notes,
    ...(doc?.examples ?? []).map((example) => `Example:\n\n${example}`),
  ]
  return parts.filter((part) => part !== '').join('\n\n')
}

// Docstrings within may hold fences of their own.
function fenced(code: string): string {
  const fence = code.includes('```') ? '````' : '```'
  return `${fence}ts\n${code}\n${fence}`
}

function isType({statements}: ExportedName): boolean {
  const type = statements[0]?.declaration?.type
  return type === 'TSInterfaceDeclaration' || type === 'TSTypeAliasDeclaration'
}

// As GitHub makes anchors of headings.
function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replaceAll(/[^\w -]/g, '')
    .replaceAll(' ', '-')
}
