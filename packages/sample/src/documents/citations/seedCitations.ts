import type {SampleDocument} from '../../builders/sampleDocument.ts'
import {citation, matched} from './citation.ts'

/** The four references of the post of 2013, with what could be confirmed about them. */
export const seedCitations: readonly SampleDocument[] = [
  citation('lillios-2012', {
    title:
      'The effects of core and lower extremity strengthening on pregnancy-related low back and pelvic girdle pain: a systematic review',
    authors: ['Lillios, S.', 'Young, J.'],
    year: 2012,
    containerTitle: 'Journal of Women’s Health Physical Therapy',
    volume: '36',
    issue: '3',
    page: '116-124',
    identifiers: {doi: '10.1097/JWH.0b013e318276fb16'},
    studyDesign: 'sr',
    studied: ['pregnancy'],
    original:
      'Lillios, S., & Young, J. (2012). The Effects of Core and Lower Extremity Strengthening on Pregnancy-Related Low Back and Pelvic Girdle Pain: A Systematic Review. Journal Of Women’s Health Physical',
    verification: matched(
      'The reference of the post ends in the middle of the journal’s name; the record completes it.',
    ),
  }),
  citation('shnayderman-2013', {
    title:
      'An aerobic walking programme versus muscle strengthening programme for chronic low back pain: a randomized controlled trial',
    authors: ['Shnayderman, I.', 'Katz-Leurer, M.'],
    year: 2013,
    containerTitle: 'Clinical Rehabilitation',
    volume: '27',
    issue: '3',
    page: '207-214',
    identifiers: {doi: '10.1177/0269215512453353', pmid: '22850802'},
    studyDesign: 'rct',
    quality: {score: 'PEDro 8/10'},
    studied: ['back-pain-chronic'],
    excluded: ['post-lumbar-fusion', 'post-discectomy'],
    population: {
      ageMin: 18,
      ageMax: 65,
      size: 52,
      excludedOther: 'People after an injury, and people with heart disease or cancer.',
    },
    original:
      'Shnayderman, I., & Katz-Leurer, M. (2013). An aerobic walking programme versus muscle strengthening programme for chronic low back pain: a randomized controlled trial. Clinical Rehabilitation, 27(3), 207-214.',
    verification: matched('DOI and PMID lead to this trial.'),
  }),
  citation('slade-2006', {
    title: 'Trunk-strengthening exercises for chronic low back pain: a systematic review',
    authors: ['Slade, S. C.', 'Keating, J. L.'],
    year: 2006,
    containerTitle: 'Journal of Manipulative and Physiological Therapeutics',
    volume: '29',
    issue: '2',
    page: '163-173',
    identifiers: {pmid: '16461178'},
    studyDesign: 'sr',
    studied: ['back-pain-chronic'],
    original:
      'Slade, S., & Keating, J. (2006). Trunk-strengthening exercises for chronic low back pain: a systematic review. Journal Of Manipulative & Physiological Therapeutics, 29(2), 163-173.',
    verification: matched('PMID leads to this review. A DOI was not confirmed and is left out.'),
  }),
  citation('harvard-health-letter-2013', {
    cslType: 'article-magazine',
    title: 'Avoid back pain and improve balance by strengthening core muscles',
    year: 2013,
    containerTitle: 'Harvard Health Letter',
    volume: '38',
    issue: '7',
    page: '1-7',
    noIdentifierReason: 'A newsletter article without DOI or PMID; no lasting address was found.',
    studyDesign: 'news',
    original:
      'Avoid back pain and improve balance by strengthening core muscles. (2013). Harvard Health Letter, 38(7), 1-7.',
    verification: {status: 'unverified', method: 'No published record of the article was found.'},
  }),
]
