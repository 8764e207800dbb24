import type {ClientLike} from '@spine-center/sdk'
import {explainFeed, fetchFeedData, resolveFeed} from '@spine-center/sdk/feeds'

/** What every feed will show at an instant, why, and what an editor should mend. */
export async function explainFeeds(client: ClientLike, now: string): Promise<readonly string[]> {
  const {parts} = await fetchFeedData(client)
  const {feeds, campaigns, pinned, featured, newest} = parts
  const options = {now, feeds, campaigns, candidates: [...pinned, ...featured, ...newest]}
  return feeds.flatMap((feed) => {
    const {explain, problems} = explainFeed(feed, options, resolveFeed(feed, options))
    return [feed.key, ...explain, ...problems.map(({message}) => message)]
  })
}
