import {compactGroq} from './compactGroq.ts'
import type {EmitOptions} from './EmitOptions.ts'
import {printString} from './literals.ts'
import {importLine} from './moduleText.ts'
import type {FastPath, QueryText} from './queryText.ts'

/** The text of a module that knows a valid result without zod, and loads zod for the others. */
export function emitLightModule(
  query: string,
  {name, base, params}: QueryText,
  {matcher, declarations, imports}: FastPath,
  options: EmitOptions,
): string {
  const extension = options.importExtension
  return [
    [
      ...importLine(imports.checks, 'matching', options),
      `import type {${name}, ${base}Result} from './${name}${extension}'`,
    ].join('\n'),
    `const query = ${printString(compactGroq(query))}`,
    ...declarations,
    `/** \`${name}\` without its validators: valid published results are known by \`matches\`, others need \`load\`. */
    export const ${name}Light: {
      readonly name: ${printString(name)}
      readonly query: typeof query
      readonly params: readonly [${params}]
      readonly matches: (value: unknown) => value is ${base}Result
      readonly load: () => Promise<typeof ${name}>
    } = {
      name: ${printString(name)},
      query,
      params: [${params}],
      matches: ${matcher},
      load: async () => (await import('./${name}.schemas${extension}')).withSchemas(${name}Light),
    }`,
  ].join('\n\n')
}
