import {fileURLToPath} from 'node:url'

const SOURCE = fileURLToPath(new URL('../../browser/overlays.ts', import.meta.url))

/** What the overlays are made of. */
export interface Overlays {
  readonly script: string
  readonly style: string
}

let bundled: Promise<Overlays> | undefined

/** Bundles the overlays when an editor first asks for them; visitors' pages have none. */
export function bundleOverlays(): Promise<Overlays> {
  return (bundled ??= bundle())
}

async function bundle(): Promise<Overlays> {
  const {build} = await import('esbuild')
  const {outputFiles} = await build({
    entryPoints: [SOURCE],
    bundle: true,
    write: false,
    outdir: 'out',
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2022',
    define: {'process.env.NODE_ENV': '"production"', 'process.env': '{}'},
    logLevel: 'silent',
  })
  const textOf = (ending: string): string => outputFiles.find(({path}) => path.endsWith(ending))?.text ?? ''
  return {script: textOf('.js'), style: textOf('.css')}
}
