import {format} from 'oxfmt'

/** Formatted texts by name, and by what they were before, so that the next run formats only what is new. */
export interface FormattedModules {
  readonly files: ReadonlyMap<string, string>
  readonly known: ReadonlyMap<string, string>
}

/** Formats generated TypeScript; what does not parse is a fault of the generator and is thrown. */
export async function formatModules(
  texts: ReadonlyMap<string, string>,
  known: ReadonlyMap<string, string>,
): Promise<FormattedModules> {
  const entries = await Promise.all(
    [...texts].map(async ([name, text]) => ({
      name,
      text,
      done: known.get(text) ?? (await formatText(name, text)),
    })),
  )
  return {
    files: new Map(entries.map(({name, done}) => [name, done])),
    known: new Map(entries.map(({text, done}) => [text, done])),
  }
}

async function formatText(name: string, text: string): Promise<string> {
  const {code, errors} = await format(name, text, {
    semi: false,
    singleQuote: true,
    bracketSpacing: false,
    printWidth: 110,
  })
  const [error] = errors
  if (error) throw new Error(`${name} does not parse: ${error.message}\n${error.codeframe ?? ''}`)
  return code
}
