import {format} from 'oxfmt'

/** Formats generated TypeScript; what does not parse is a fault of the generator and is thrown. */
export async function formatModule(name: string, text: string): Promise<string> {
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
