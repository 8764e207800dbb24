import {gzipSync} from 'node:zlib'
import {build, type Metafile} from 'esbuild'

/** Code to bundle, and which of its lazily loaded modules count as loaded. */
export interface Measurement {
  /** Source of the front end's module. */
  readonly code: string
  /** Parts of paths of modules that are loaded on the way, such as `articleBySlug`. */
  readonly lazy?: readonly string[]
}

/** Bytes, minified and gzipped, of everything that a browser loads to run the code. */
export async function measureLoaded({code, lazy = []}: Measurement): Promise<number> {
  const {outputFiles, metafile} = await build({
    absWorkingDir: import.meta.dirname,
    stdin: {contents: code, resolveDir: import.meta.dirname, loader: 'ts', sourcefile: 'entry.ts'},
    bundle: true,
    minify: true,
    splitting: true,
    write: false,
    metafile: true,
    outdir: 'out',
    format: 'esm',
    platform: 'neutral',
    target: 'es2022',
    // What users bring themselves.
    external: ['react', 'react/jsx-runtime', '@sanity/client/stega', 'groq-js'],
  })
  const loaded = loadedOutputs(metafile, lazy)
  return outputFiles
    .filter(({path}) => [...loaded].some((output) => path.endsWith(output)))
    .reduce((sum, {contents}) => sum + gzipSync(contents, {level: 9}).length, 0)
}

function loadedOutputs({outputs}: Metafile, lazy: readonly string[]): ReadonlySet<string> {
  const isWanted = (path: string) => lazy.some((part) => outputs[path]?.entryPoint?.includes(part))
  const entry = Object.keys(outputs).filter((path) => outputs[path]?.entryPoint === 'entry.ts')
  const loaded = new Set(entry)
  // A Set iterates what is added meanwhile: this walks the graph.
  for (const path of loaded) {
    for (const {path: next, kind} of outputs[path]?.imports ?? []) {
      if (kind === 'import-statement' || (kind === 'dynamic-import' && isWanted(next))) loaded.add(next)
    }
  }
  return loaded
}
