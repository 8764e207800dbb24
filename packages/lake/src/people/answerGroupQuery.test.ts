import {expect, test} from 'vitest'
import {answerGroupQuery} from './answerGroupQuery.ts'
import type {Person} from './createPeople.ts'

const person = (id: string, role: Person['role']): Person => ({id, name: id, email: '', role, createdAt: ''})
const people = {
  list: () => [person('ada', 'administrator'), person('ben', 'editor'), person('cas', 'editor')],
}
const ask = (query: string): Promise<{result: unknown} | undefined> => answerGroupQuery(query, {}, people)

test('everybody is in the group of their role, which grants what the role may do', async () => {
  expect(await ask('*[_type == "system.group"]{members, grants}')).toEqual({
    result: [
      {members: [], grants: [{filter: '_id in path("**")', permissions: ['read', 'history']}]},
      {
        members: ['ben', 'cas'],
        grants: [{filter: '_id in path("**")', permissions: expect.arrayContaining(['update'])}],
      },
      {
        members: ['ada'],
        grants: [{filter: '_id in path("**")', permissions: expect.arrayContaining(['update'])}],
      },
      {
        members: [],
        grants: [{filter: '_id in path("**")', permissions: expect.not.arrayContaining(['history'])}],
      },
    ],
  })
  expect(await ask('*[_type == "system.group" && "ben" in members]._id')).toBeUndefined()
  expect(await ask('*[_type == "system.group"]["ben" in members]._id')).toEqual({result: ['_.groups.editor']})
})

test.each([
  '*[_type == "article"]',
  '*[title == "system.group"]',
  '{"groups": *[_type == "system.group"], "articles": *[_type == "article"]}',
  '*[_type == "system.group"]{"article": *[_type == "article"][0]}',
  '"system.group"',
])('%s is answered from the dataset', async (query) => {
  expect(await ask(query)).toBeUndefined()
})
