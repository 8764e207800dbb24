import type {ScreeningData} from '@spine-center/rules/safety'
import {expect, test} from 'vitest'
import {createScreeningCache} from './createScreeningCache.ts'

function trial(answers: (ScreeningData | Error)[]) {
  let time = 0
  let reads = 0
  const read = createScreeningCache({
    read: () => {
      const answer = answers[reads]
      reads += 1
      return answer instanceof Error || answer === undefined
        ? Promise.reject(answer ?? new Error('read too often'))
        : Promise.resolve(answer)
    },
    now: () => time,
    freshForMs: 3000,
  })
  return {
    read: () => read({}),
    wait: (ms: number) => {
      time += ms
    },
  }
}

function rules(title: string): ScreeningData {
  return {
    exercises: [],
    contraindications: [{_id: title, title}],
    movementPatterns: [],
    conditions: [],
    carePathways: [],
  }
}

test('reads once while the rules are fresh, and again afterwards', async () => {
  const cache = trial([rules('first'), rules('second')])
  expect(await cache.read()).toEqual(rules('first'))
  cache.wait(2999)
  expect(await cache.read()).toEqual(rules('first'))
  cache.wait(1)
  expect(await cache.read()).toEqual(rules('second'))
})

test('two checks at once share one reading', async () => {
  const cache = trial([rules('first')])
  expect(await Promise.all([cache.read(), cache.read()])).toEqual([rules('first'), rules('first')])
})

test('a reading that failed is not kept', async () => {
  const cache = trial([new Error('The lake is down.'), rules('second')])
  await expect(cache.read()).rejects.toThrow('The lake is down.')
  expect(await cache.read()).toEqual(rules('second'))
})
