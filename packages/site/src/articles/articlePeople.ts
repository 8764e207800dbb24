import type {Article} from '@spine-center/sdk'

type ArticlePerson = NonNullable<Article['people'][number]>

/** Who did what for an article, with each person in full; people who are not published are left out. */
export function articlePeople({
  people,
  contributors,
}: Article): readonly {readonly role: string; readonly person: ArticlePerson}[] {
  const byId = new Map(people.flatMap((person) => (person ? [[person._id, person]] : [])))
  return contributors.flatMap(({role, person: id}) => {
    const person = byId.get(id)
    return person ? [{role, person}] : []
  })
}
