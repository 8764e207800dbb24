import {defineConfig, type Options} from 'tsup'
import {readEntries} from './readEntries.ts'

// JavaScript alone: declarations are emitted by tsc (see build.ts). The rules are bundled in, because they
// are not a package that users install; groq-js, react and @sanity/client stay what users have.
const shared: Options = {
  entry: Object.fromEntries(readEntries().map(({name, source}) => [name, source])),
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  clean: true,
  dts: false,
  silent: true,
}

export default defineConfig([
  // For bundlers: zod stays outside, so that a front end has one copy of it and drops what it does not use.
  {...shared, outDir: 'dist/bundler', noExternal: [/^@spine-center\/rules/]},
  // For Node: zod/mini loads some sixty files, all its locales among them; built in, it is a few kilobytes.
  {...shared, outDir: 'dist/node', noExternal: [/^@spine-center\/rules/, /^zod/]},
])
