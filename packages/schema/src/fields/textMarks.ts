/** Lists that formatted text may hold. */
export const textLists = [
  {title: 'Bullets', value: 'bullet'},
  {title: 'Numbers', value: 'number'},
]

/** What words of formatted text may be marked as. */
export const textMarks = {
  decorators: [
    {title: 'Strong', value: 'strong'},
    {title: 'Emphasis', value: 'em'},
  ],
  annotations: [{type: 'link'}, {type: 'claimMark'}, {type: 'glossaryMark'}],
}
