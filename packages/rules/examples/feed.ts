import {resolveFeed} from '@spine-center/rules/feeds'

const feed = {
  _id: 'related',
  slots: [
    {_key: 'holidays', kind: 'campaign'},
    {_key: 'newest', kind: 'rule'},
  ],
  limit: 2,
}
const campaigns = [
  {
    _id: 'travel-season',
    title: 'Holiday travel',
    feeds: ['related'],
    window: {zone: 'America/New_York', recurrence: 'yearly', yearly: {from: '11-01', to: '12-31'}},
    items: [{article: 'travel'}],
  },
]
const candidates = [
  {_id: 'travel', title: 'Travelling with back pain', publishedAt: '2022-11-16T15:00:00Z'},
  {_id: 'walking', title: 'Walking for your back', publishedAt: '2024-05-02T15:00:00Z'},
  {_id: 'chairs', title: 'How to sit', publishedAt: '2023-02-01T15:00:00Z'},
]

export const inSeason = resolveFeed(feed, {now: '2026-11-26T14:00:00Z', candidates, campaigns})
export const outOfSeason = resolveFeed(feed, {now: '2026-06-01T14:00:00Z', candidates, campaigns})
