import type {Reporter, TestModule} from 'vitest/node'

/** Prints `N passed, N failed` alone on the last line, which is what CI counts. */
export default class CountReporter implements Reporter {
  onTestRunEnd(testModules: readonly TestModule[]): void {
    let passed = 0
    let failed = 0
    let skipped = 0
    for (const testModule of testModules) {
      if (testModule.errors().length > 0) failed += 1
      for (const test of testModule.children.allTests()) {
        const {state} = test.result()
        if (state === 'passed') passed += 1
        else if (state === 'skipped') skipped += 1
        else failed += 1
      }
    }
    process.stdout.write(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}\n`)
  }
}
