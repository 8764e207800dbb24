import {resolveFeed} from '@spine-center/rules/feeds'
import {createArticleChecker, neededFacets, screen} from '@spine-center/rules/safety'
import {benchContent} from './benchContent.ts'

const asOf = '2026-11-24T09:00:00Z'
const answers = ['c0', 'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'c7'].map(
  (slug, index) => [slug, index < 2 ? 'present' : 'absent'] as const,
)
const profile = Object.fromEntries(answers)

// The best of several runs: other programs on the machine slow a run down, and none speeds it up.
function bestMs(runs: number, work: () => unknown): number {
  work()
  const times = Array.from({length: runs}, () => {
    const start = performance.now()
    work()
    return performance.now() - start
  })
  return Math.min(...times)
}

function report(
  name: string,
  value: number,
  unit: string,
  baseline: string,
  ratio: number,
  limit: number,
): void {
  const line = {name, value, unit, baseline, ratio, target: `at most ${limit}`, ok: ratio <= limit}
  process.stdout.write(`${JSON.stringify(line)}\n`)
}

const whole = benchContent(1000, 500)
const screenMs = (exercises: number, rules: number): number => {
  const content = benchContent(exercises, rules)
  return bestMs(21, () => screen({...content, profile, asOf}))
}
const base = Math.min(screenMs(1000, 500), screenMs(1000, 500))
report('screening 1,000 exercises against 500 rules', base, 'ms', '50 ms', base / 50, 1)
const moreExercises = screenMs(2000, 500)
report('screening twice the exercises', moreExercises, 'ms', 'half of them', moreExercises / base, 2.6)
const moreRules = screenMs(1000, 1000)
report('screening twice the rules', moreRules, 'ms', 'half of them', moreRules / base, 2.6)

const questionsMs = bestMs(5, () => neededFacets({...whole, profile: {}, asOf}))
report(
  'questions worth asking, 1,000 exercises and 500 rules',
  questionsMs,
  'ms',
  '500 ms',
  questionsMs / 500,
  1,
)

const articles = Array.from({length: 10_000}, (_, index) => ({
  _id: `article${index}`,
  audience: {primary: [`c${index % 40}`]},
  recommends: [
    {_key: 'a', exercise: `e${index % 1000}`},
    {_key: 'b', exercise: `e${(index * 7) % 1000}`},
  ],
}))
const checkMs = bestMs(3, () => {
  const check = createArticleChecker({screeningData: whole, asOf})
  return articles.map((article) => check(article).length)
})
report('safety invariants of 10,000 articles', checkMs, 'ms', '5,000 ms', checkMs / 5000, 1)

const candidates = Array.from({length: 100_000}, (_, index) => ({
  _id: `a${String(index).padStart(6, '0')}`,
  title: `Article ${index}`,
  topics: [`t${index % 50}`],
  publishedAt: new Date(Date.UTC(2010, 0, 1) + index * 3_600_000).toISOString(),
}))
const feed = {
  _id: 'feed',
  limit: 6,
  slots: [{_key: 'rule', kind: 'rule', rule: {topics: {any: ['t7']}, maxAgeDays: 3650}}],
}
const sortMs = bestMs(9, () =>
  candidates.toSorted((a, b) => Date.parse(b.publishedAt) - Date.parse(a.publishedAt)).slice(0, 20),
)
const feedMs = bestMs(9, () => resolveFeed(feed, {now: asOf, candidates}))
report(
  'a feed over 100,000 articles, in memory',
  feedMs,
  'ms',
  'sorting them for the newest 20',
  feedMs / sortMs,
  5,
)
