import {createContent} from '@spine-center/sdk'

const content = createContent({
  url: process.env['LAKE_URL'] ?? 'http://localhost:3900',
  dataset: 'production',
})

// The whole article in one request, or null; every field is as its type says.
const article = await content.article('exercising-with-back-pain')
console.log(article?.title)
console.log(article?.exercises.map((exercise) => exercise.title).join(', '))

// What this clinic's published content says for readers with osteoporosis.
const {exercises, notice} = await content.screen({profile: {osteoporosis: 'present'}})
for (const {verdict, wording} of exercises) {
  if (verdict === 'avoid') console.log(wording.map((phrase) => phrase.text).join(' '))
}
console.log(notice)
