import {createTestContent} from '@spine-center/sdk/testing'

const slug = (current: string) => ({_type: 'slug', current})

/** What published readers and previewers see of the same documents. */
export async function labelsByPerspective(): Promise<{published: string[]; drafts: string[]}> {
  const documents = [
    {_id: 'a', _type: 'topic', label: 'Backs', slug: slug('backs')},
    {_id: 'drafts.a', _type: 'topic', label: 'Backs and hips', slug: slug('backs')},
  ]
  const published = await createTestContent({documents}).topics()
  const drafts = await createTestContent({documents, perspective: 'drafts'}).topics()
  return {
    published: published.items.map(({label}) => label),
    drafts: drafts.items.map(({label}) => label ?? 'without a label'),
  }
}
