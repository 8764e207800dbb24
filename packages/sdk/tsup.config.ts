import {defineConfig} from 'tsup'
import {readEntries} from './readEntries.ts'

// JavaScript alone: declarations are emitted by tsc (see build.ts). The rules are bundled in, because they
// are not a package that users install; zod, groq-js and @sanity/client stay what users have.
export default defineConfig({
  entry: Object.fromEntries(readEntries().map(({name, source}) => [name, source])),
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  clean: true,
  dts: false,
  silent: true,
  noExternal: [/^@spine-center\/rules/],
})
