import {createTestContent} from '@spine-center/sdk/testing'

/** The same content object over plain documents: no server, same queries, same validation. */
export async function topicLabels(): Promise<readonly string[]> {
  const content = createTestContent({
    documents: [
      {_id: 'a', _type: 'topic', label: 'Backs', slug: {_type: 'slug', current: 'backs'}},
      {_id: 'drafts.b', _type: 'topic', label: 'Not out yet', slug: {_type: 'slug', current: 'soon'}},
    ],
  })
  const {items} = await content.topics()
  return items.map((topic) => topic.label)
}
