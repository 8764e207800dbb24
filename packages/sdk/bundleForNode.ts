import {rolldown} from 'rolldown'
import {readEntries} from './readEntries.ts'

// What reading an article runs through. A file more costs Node about half a millisecond, ten kilobytes more
// cost less: so this is one file, where a front end loads a dozen small ones, each when it is used.
const READING =
  /src\/(?:client|errors|content)\/|src\/(?:index|core)\.ts|images\/imageUrl|validation\/(?:isRecord|strictness)|generated\/(?:matching|articleBySlug\.light)/

/**
 * Bundles every entry for Node into `dist/node`.
 *
 * The rules are bundled in, because they are not a package that users install, and so is zod: zod/mini loads
 * some sixty files, all its locales among them; built in, it is a few kilobytes.
 */
export async function bundleForNode(): Promise<void> {
  const bundle = await rolldown({
    cwd: import.meta.dirname,
    input: Object.fromEntries(readEntries().map(({name, source}) => [name, source])),
    platform: 'node',
    external: [/^(?:react|groq-js)(?:\/|$)/, /^@sanity\//],
    // That a module of the one file is also loaded when it is used is meant.
    checks: {ineffectiveDynamicImport: false},
    transform: {target: 'es2022'},
  })
  await bundle.write({
    dir: 'dist/node',
    format: 'esm',
    cleanDir: true,
    comments: false,
    codeSplitting: {groups: [{name: 'read', test: READING}]},
  })
  await bundle.close()
}
