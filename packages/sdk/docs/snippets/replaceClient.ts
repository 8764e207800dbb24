import {createContent} from '@spine-center/sdk'

/**
 * Before, with `@sanity/client`: `client.fetch('*[_type == "topic"]|order(label asc)[0...50]')`, of type
 * any. Now without it; each topic is typed and checked.
 */
export async function topicLabels(url: string): Promise<readonly string[]> {
  const content = createContent({url, dataset: 'production'})
  const {items} = await content.topics({limit: 50})
  return items.map(({label}) => label)
}
