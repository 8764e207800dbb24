import {fileURLToPath} from 'node:url'
import {defineConfig} from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['packages/**/*.test.ts', 'studio/**/*.test.ts', 'studio/**/*.test.tsx', 'tests/**/*.test.ts'],
    exclude: ['**/node_modules/**', '**/dist/**'],
    reporters: ['default', fileURLToPath(new URL('countReporter.ts', import.meta.url))],
    setupFiles: [fileURLToPath(new URL('failOnConsole.ts', import.meta.url))],
    // Browsers, killed processes and sockets share a small machine here: what fails is tried once more, and the report
    // names it.
    retry: 1,
    // How fast things are is for `npm run bench` to say: a limit here only ends what would never end.
    testTimeout: 240_000,
    hookTimeout: 300_000,
    teardownTimeout: 60_000,
    expect: {poll: {timeout: 60_000}},
    restoreMocks: true,
  },
})
