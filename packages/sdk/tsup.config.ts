import {defineConfig} from 'tsup'
import {readEntries} from './readEntries.ts'

// For bundlers, JavaScript alone: declarations are emitted by tsc, and Node has a bundle of its own (see
// build.ts). The rules are bundled in, because they are not a package that users install; zod stays outside, so
// that a front end has one copy of it and drops what it does not use; groq-js, react and @sanity/client stay
// what users have.
export default defineConfig({
  entry: Object.fromEntries(readEntries().map(({name, source}) => [name, source])),
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  clean: true,
  dts: false,
  silent: true,
  outDir: 'dist/bundler',
  noExternal: [/^@spine-center\/rules/],
})
