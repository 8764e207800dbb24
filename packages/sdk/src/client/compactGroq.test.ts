import {parse} from 'groq-js'
import {describe, expect, it} from 'vitest'
import {articleBySlugQuery, articlesQuery} from '../queries/articleQueries.ts'
import {contraindicationsQuery} from '../queries/safetyQueries.ts'
import {screeningDataQuery} from '../queries/screeningDataQuery.ts'
import {compactGroq} from './compactGroq.ts'

describe('compactGroq', () => {
  it.each([
    ['* [ _id  ==\n"a" ]\n{ a,\n b }', '* [ _id == "a" ]{a,b}'],
    ['*["a  ,  b" == \'c  {  d\']', '*["a  ,  b" == \'c  {  d\']'],
    ['*["say \\"a  b\\"  // not a comment"]', '*["say \\"a  b\\"  // not a comment"]'],
    ['* // all of them\n[0]', '* [0]'],
    ['*[a in [1, 2]] // end', '*[a in [1,2]]'],
  ])('compacts %j', (query, compact) => {
    expect(compactGroq(query)).toBe(compact)
  })

  it.each([articleBySlugQuery, articlesQuery, contraindicationsQuery, screeningDataQuery])(
    'keeps the meaning of our queries',
    (query) => {
      const params = {limit: 1}
      expect(parse(compactGroq(query), {params})).toEqual(parse(query, {params}))
      expect(compactGroq(query).length).toBeLessThan(query.length)
    },
  )
})
