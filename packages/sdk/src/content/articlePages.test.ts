import {describe, expect, it} from 'vitest'
import {formatProblem} from '../errors/formatProblem.ts'
import {article, clinicDocuments, clinicWith, topic} from '../testing/clinic.fixture.ts'
import {createTestContent} from '../testing/createTestContent.ts'

const content = createTestContent({documents: clinicDocuments})
const slugsOf = (items: readonly {readonly slug: string}[]) => items.map(({slug}) => slug)

describe('articles', () => {
  it('come newest first, and page by page without repeats', async () => {
    const first = await content.articles({limit: 2})
    const second = await content.articles({limit: 2, cursor: first.nextCursor})
    expect(slugsOf(first.items)).toEqual(['moving', 'lifting'])
    expect(slugsOf(second.items)).toEqual(['walking', 'sitting'])
    expect(second.nextCursor).toBeNull()
  })

  it('stay right when articles are added and removed between pages', async () => {
    const {nextCursor} = await content.articles({limit: 2})
    const changed = createTestContent({
      documents: clinicWith(article('brand-new', 'New', '2026-02-01T09:00:00Z')).filter(
        ({_id: id}) => id !== 'lifting',
      ),
    })
    const {items} = await changed.articles({limit: 2, cursor: nextCursor})
    expect(slugsOf(items)).toEqual(['walking', 'sitting'])
  })

  it.each([
    [{topic: 'exercise'}, 4],
    [{topic: 'other'}, 0],
    [{audience: 'osteoporosis'}, 4],
    [{author: 'ada-moreno'}, 4],
    [{author: 'someone'}, 0],
    [{kind: 'faq' as const}, 0],
    [{bodyRegion: 'lumbar' as const}, 0],
    [{text: 'lifting'}, 1],
    [{text: 'lift*'}, 1],
    [{text: 'helps'}, 4],
    [{language: 'es' as const}, 0],
  ])('filtered by %j are %i', async (filter, count) => {
    expect((await content.articles(filter)).items).toHaveLength(count)
  })

  it('leave a bad one out and report it, keeping their pages', async () => {
    const documents = clinicWith({...article('walking', 'Walking', '2026-01-02T09:00:00Z'), summary: 7})
    const {items, problems, nextCursor} = await createTestContent({documents}).articles({limit: 3})
    expect(slugsOf(items)).toEqual(['moving', 'lifting'])
    expect(problems).toMatchObject([{documentId: 'walking', path: 'summary', received: '7'}])
    expect(slugsOf((await createTestContent({documents}).articles({cursor: nextCursor})).items)).toEqual([
      'sitting',
    ])
    await expect(createTestContent({documents, onInvalid: 'throw'}).articles()).rejects.toMatchObject({
      code: 'invalid-result',
    })
  })

  it('are named beside the document that they are left out for', async () => {
    const documents = clinicWith({...topic, label: 5})
    const {items, problems} = await createTestContent({documents}).articles()
    expect(items).toEqual([])
    expect(problems.map(({itemId, itemType, documentId}) => [itemId, itemType, documentId])).toEqual(
      ['moving', 'lifting', 'walking', 'sitting'].map((id) => [id, 'article', 'topic-exercise']),
    )
    expect(problems.map(formatProblem)[0]).toBe(
      'topic-exercise (topic) at label, in moving (article): expected a string, received 5 [query articles]',
    )
  })

  it.each([0, -1, 1.5, 1001, Number.NaN])('refuse a limit of %s', async (limit) => {
    await expect(content.articles({limit})).rejects.toThrow(TypeError)
  })

  it('refuse a cursor of another list', async () => {
    const {nextCursor} = await content.exercises({limit: 1})
    await expect(content.articles({cursor: nextCursor})).rejects.toMatchObject({code: 'invalid-cursor'})
  })
})
