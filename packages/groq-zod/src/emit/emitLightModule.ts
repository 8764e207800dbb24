import {needsZod} from './checkSources.ts'
import type {EmitOptions} from './EmitOptions.ts'
import {printString} from './literals.ts'
import type {ModuleImports} from './ModuleImports.ts'
import {importLine} from './moduleText.ts'
import {pascalCase} from './pascalCase.ts'

/** What the light module of a query is made of. */
export interface LightModule {
  readonly name: string
  /** The query as a literal. */
  readonly query: string
  readonly params: string
  /** The name of the function that matches a result, or an arrow function. */
  readonly matcher: string
  /** Constants and functions that the matcher needs. */
  readonly matchers: string
  /** What the functions call. */
  readonly imports: ModuleImports
}

/** The text of a module that knows a valid result without zod, and loads zod for the others. */
export function emitLightModule(light: LightModule, options: EmitOptions): string {
  const {name, query, params, matcher, matchers, imports} = light
  const result = `${pascalCase(name)}Result`
  const shared = [...imports.checks].filter((one) => !needsZod(one))
  return [
    [
      ...importLine(shared, 'matching', options),
      `import type {${name}, ${result}} from './${name}${options.importExtension}'`,
    ].join('\n'),
    `const query = ${query}`,
    `/** \`${name}\` without its validators: valid published results are known by \`matches\`, others need \`load\`. */
    export const ${name}Light: {
      readonly name: ${printString(name)}
      readonly query: typeof query
      readonly params: readonly [${params}]
      readonly matches: (value: unknown) => value is ${result}
      readonly load: () => Promise<typeof ${name}>
    } = {
      name: ${printString(name)},
      query,
      params: [${params}],
      matches: (value): value is ${result} => (${matcher})(value),
      load: async () => (await import('./${name}${options.importExtension}')).${name},
    }`,
    matchers,
  ].join('\n\n')
}
