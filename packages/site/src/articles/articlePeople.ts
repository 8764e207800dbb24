import type {Article} from '@spine-center/sdk'
import type {PersonReview} from './reviewStatus.ts'

type ArticlePerson = NonNullable<Article['people'][number]>

/** Who did what for an article, with each person in full; people who are not published are left out. */
export interface ArticlePeople {
  readonly contributors: readonly {readonly role: string; readonly person: ArticlePerson}[]
  readonly reviews: readonly PersonReview[]
}

export function articlePeople({people, contributors, reviews}: Article): ArticlePeople {
  const byId = new Map(people.flatMap((person) => (person ? [[person._id, person]] : [])))
  return {
    contributors: contributors.flatMap(({role, person: id}) => {
      const person = byId.get(id)
      return person ? [{role, person}] : []
    }),
    reviews: (reviews ?? []).map((review) => ({...review, reviewer: byId.get(review.by) ?? null})),
  }
}
