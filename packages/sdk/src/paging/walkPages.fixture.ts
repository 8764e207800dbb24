import type {Content} from '../content/content.ts'
import type {ContentProblem} from '../errors/contentProblem.ts'
import type {TestDocument} from '../testing/overlayDocuments.ts'
import type {ContentPage, PageOptions} from './pageOptions.ts'

type Page = ContentPage<readonly unknown[]>

/** One list of the content object, and what it is sorted by. */
export interface SortedList {
  readonly name: string
  /** The type of its documents. */
  readonly type: string
  readonly read: (content: Content | Content<'drafts'>, options: PageOptions) => Promise<Page>
  readonly withKey: (document: TestDocument, key: unknown) => TestDocument
}

const by = (field: string) => (document: TestDocument, key: unknown) => ({...document, [field]: key})

/** Every list; those that follow references are asked for a topic and a pattern by slug. */
export const sortedLists = (topic: string, pattern: string): readonly SortedList[] => [
  {name: 'articles', type: 'article', read: (c, o) => c.articles(o), withKey: by('publishedAt')},
  {
    name: 'articles of a topic',
    type: 'article',
    read: (c, o) => c.articles({...o, topic}),
    withKey: by('publishedAt'),
  },
  {name: 'exercises', type: 'exercise', read: (c, o) => c.exercises(o), withKey: by('title')},
  {
    name: 'exercises of a pattern',
    type: 'exercise',
    read: (c, o) => c.exercises({...o, pattern}),
    withKey: by('title'),
  },
  {
    name: 'contraindications',
    type: 'contraindication',
    read: (c, o) => c.contraindications(o),
    withKey: by('title'),
  },
  {name: 'conditions', type: 'condition', read: (c, o) => c.conditions(o), withKey: by('label')},
  {
    name: 'movement patterns',
    type: 'movementPattern',
    read: (c, o) => c.movementPatterns(o),
    withKey: by('label'),
  },
  {name: 'care pathways', type: 'carePathway', read: (c, o) => c.carePathways(o), withKey: by('heading')},
  {name: 'citations', type: 'citation', read: (c, o) => c.citations(o), withKey: by('title')},
  {
    name: 'people',
    type: 'person',
    read: (c, o) => c.people(o),
    withKey: (person, family) => ({...person, name: {given: 'Ada', family}}),
  },
  {name: 'the glossary', type: 'glossaryTerm', read: (c, o) => c.glossary(o), withKey: by('term')},
  {name: 'topics', type: 'topic', read: (c, o) => c.topics(o), withKey: by('label')},
]

/** Reads page after page until there are no more. */
export async function walk(
  read: (options: PageOptions) => Promise<Page>,
  limit: number,
): Promise<{readonly items: readonly unknown[]; readonly problems: readonly ContentProblem[]}> {
  const items: unknown[] = []
  const problems: ContentProblem[] = []
  let cursor: string | null = null
  do {
    const page: Page = await read({limit, cursor})
    items.push(...page.items)
    problems.push(...page.problems)
    cursor = page.nextCursor
  } while (cursor !== null)
  return {items, problems}
}
