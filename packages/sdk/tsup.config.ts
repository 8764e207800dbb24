import {defineConfig} from 'tsup'

// JavaScript alone: declarations are emitted by tsc (see build.ts). The rules are bundled in, because they
// are not a package that users install; zod, groq-js and @sanity/client stay what users have.
export default defineConfig({
  entry: {
    index: 'src/index.ts',
    safety: 'src/safety/index.ts',
    schemas: 'src/generated/index.ts',
    testing: 'src/testing/index.ts',
  },
  format: 'esm',
  target: 'es2022',
  platform: 'neutral',
  splitting: true,
  clean: true,
  dts: false,
  noExternal: [/^@spine-center\/rules/],
})
