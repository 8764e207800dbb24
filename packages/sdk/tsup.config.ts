import {globSync} from 'node:fs'
import {defineConfig} from 'tsup'

const NOT_SHIPPED = /\.(?:test|test-d|fixture|d)\.ts$/u

// For bundlers: each module as a file of its own, so that a front end's own bundler decides what is loaded together;
// what is cut beforehand weighs 6 % more there. JavaScript alone: declarations are emitted by tsc, and Node has a
// bundle of its own (see build.ts). The rules come along, because they are not a package that users install.
export default defineConfig({
  entry: globSync(['src/**/*.ts', '../rules/src/**/*.ts'], {cwd: import.meta.dirname}).filter(
    (path) => !NOT_SHIPPED.test(path),
  ),
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  bundle: false,
  clean: true,
  dts: false,
  silent: true,
  outDir: 'dist/bundler',
  esbuildOptions: (options) => {
    options.outbase = '..'
  },
})
