import {formatCitation, numberCitations, toCslItem} from '@spine-center/rules/citations'

const walking = toCslItem({
  _id: 'shnayderman2013',
  cslType: 'article-journal',
  title: 'An aerobic walking programme versus muscle strengthening programme for chronic low back pain',
  authors: [
    {family: 'Shnayderman', given: 'I.'},
    {family: 'Katz-Leurer', given: 'M.'},
  ],
  issued: {year: 2013},
  containerTitle: 'Clinical Rehabilitation',
  volume: '27',
  issue: '3',
  page: '207-214',
  identifiers: {doi: '10.1177/0269215512453353'},
})

export const ama = formatCitation(walking, 'ama')
export const apa = formatCitation(walking, 'apa')
export const {order, appearances} = numberCitations(['shnayderman2013', 'slade2006', 'shnayderman2013'])
