import type {ExportedName} from './readExports.ts'

/** A docstring in its parts. */
export interface DocComment {
  readonly summary: string
  /** `@param`, `@throws` and other short tags, as written. */
  readonly notes: readonly {readonly tag: string; readonly text: string}[]
  readonly examples: readonly string[]
}

/** Reads the docstring before an exported name; null when there is none. */
export function docCommentOf({module, statements}: ExportedName): DocComment | null {
  const comment = statements
    .map(({start}) =>
      module.comments.findLast(
        ({type, end}) => type === 'Block' && end <= start && module.text.slice(end, start).trim() === '',
      ),
    )
    .find((found) => found?.value.startsWith('*'))
  return comment ? parseDocComment(comment.value) : null
}

/** Parses what stands between the marks of a docstring. */
export function parseDocComment(value: string): DocComment {
  const lines = value.split('\n').map((line) => line.replace(/^\s*\* ?/, ''))
  const [summary = '', ...parts] = lines.join('\n').split(/^@(?=\w)/m)
  const tags = parts.map((part) => {
    const [, tag = '', text = ''] = /^(\w+)([\s\S]*)$/.exec(part) ?? []
    return {tag, text: text.trim()}
  })
  return {
    summary: plainLinks(summary.trim()),
    notes: tags
      .filter(({tag}) => tag !== 'example')
      .map(({tag, text}) => ({tag, text: plainLinks(text.replaceAll(/\s*\n\s*/g, ' '))})),
    examples: tags.filter(({tag}) => tag === 'example').map(({text}) => fenced(text)),
  }
}

function plainLinks(text: string): string {
  return text.replaceAll(/\{@link (\w+)\}/g, '`$1`')
}

function fenced(example: string): string {
  return example.includes('```') ? example : `\`\`\`ts\n${example}\n\`\`\``
}
