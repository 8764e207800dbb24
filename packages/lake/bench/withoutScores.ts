import {isJsonObject} from '../src/json/isJsonObject.ts'

/** Puts the rank of each `_score` of a result in its place: how scores are computed is left to implementations. */
export function withoutScores(result: unknown): unknown {
  const scores = [...new Set(scoresIn(result))].toSorted((left, right) => right - left)
  return rank(result, scores)
}

function scoresIn(value: unknown): number[] {
  if (Array.isArray(value)) return value.flatMap(scoresIn)
  if (!isJsonObject(value)) return []
  const own = value['_score']
  return [...(typeof own === 'number' ? [own] : []), ...Object.values(value).flatMap(scoresIn)]
}

function rank(value: unknown, scores: readonly number[]): unknown {
  if (Array.isArray(value)) return value.map((item) => rank(item, scores))
  if (!isJsonObject(value)) return value
  const {_score: score, ...rest} = value
  const others = Object.fromEntries(
    Object.entries(rest).map(([name, member]) => [name, rank(member, scores)]),
  )
  if (score === undefined) return others
  return typeof score === 'number' ? {...others, _pos: scores.indexOf(score) + 1} : {...others, _score: score}
}
