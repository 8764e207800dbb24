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
    testTimeout: 60_000,
    hookTimeout: 120_000,
    restoreMocks: true,
  },
})
