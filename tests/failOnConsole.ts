import {afterEach, beforeEach, vi} from 'vitest'

const LEVELS = ['log', 'info', 'warn', 'error', 'debug'] as const

// A stray console line is a message that nobody reads: a test that causes one fails.
let lines: string[] = []

beforeEach(() => {
  lines = []
  for (const level of LEVELS) {
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => {
      lines.push(`console.${level}: ${parts.map(String).join(' ')}`)
    })
  }
})

afterEach(() => {
  if (lines.length > 0) throw new Error(`Stray console output:\n${lines.join('\n')}`)
})
