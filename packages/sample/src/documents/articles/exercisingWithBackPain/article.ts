import {objectList} from '../../../builders/objectList.ts'
import {picture} from '../../../builders/picture.ts'
import {reference} from '../../../builders/reference.ts'
import type {SampleDocument} from '../../../builders/sampleDocument.ts'
import {articleHeader} from '../../../drawing/pictures/headerPictures.ts'
import {article} from '../article.ts'
import {body} from './body.ts'
import {claims} from './claims.ts'
import {faqs} from './faqs.ts'
import {discourages, recommends} from './uses.ts'

/** The main article of the sample: written anew from the facts of a clinic's post of 2013. */
export const exercisingWithBackPain: SampleDocument = article('exercising-with-back-pain', {
  title: 'Exercising with Back Pain',
  publishedAt: '2013-09-13T12:00:00Z',
  summary:
    'How to start moving again with a sore back: walking first, gentle stretches next, and which exercises to leave out.',
  keyMessages: [
    'A regular exercise programme probably eases chronic low back pain.',
    'Start with walking, then add gentle exercises one at a time.',
    'Leave out double leg raises, sit-ups, weights overhead and toe touches until you have asked.',
    'Numbness between the legs, or trouble with bladder or bowels, is an emergency.',
  ],
  audience: {
    primary: ['back-pain-chronic', 'back-pain-subacute'],
    notFor: ['osteoporosis', 'vertebral-fracture', 'pregnancy', 'post-lumbar-fusion', 'post-discectomy'],
  },
  topics: ['low-back-pain', 'exercise-and-prevention', 'walking-and-water', 'strength-and-control'],
  bodyRegions: ['lumbar', 'abdomen', 'hip'],
  leadFigure: picture(articleHeader.file, articleHeader.alt),
  body,
  faqs,
  claims,
  recommends,
  discourages,
  carePathways: [
    'progressive-weakness',
    'infection-or-tumour',
    'possible-fracture',
    'chest-pain-or-collapse',
    'pain-that-stays',
  ],
  contributors: [
    ['kimberly-bergeron', 'author'],
    ['sample-editor', 'editor'],
  ],
  disclosures: objectList('disclosure', [
    {
      text: 'The facts and their order follow a post that Kimberly Bergeron, PA-C, MPAS, published at The Spine Center on 13 September 2013. The wording is new, sources were added, and she has not reviewed it.',
      period: '2013 to 2026',
      organization: reference('organization-spine-center'),
    },
  ]),
  relatedFeed: reference('feed-article-end'),
})
