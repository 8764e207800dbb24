import type {Claim} from '../article.ts'

/** What the article states, with what was found about each statement. C1 to C10 are those of the post of 2013. */
export const claims: readonly Claim[] = [
  {
    key: 'c1',
    text: 'between 60% and 80% of people have back pain at some point in life',
    kind: 'prevalence',
    status: 'unsupported',
    figures: [
      {
        asWritten: '60% and 80%',
        min: 60,
        max: 80,
        unit: '%',
        population: 'all people',
        timeframe: 'lifetime',
      },
    ],
  },
  {
    key: 'c2',
    text: '5% to 10% end up with pain that lasts',
    kind: 'prevalence',
    status: 'unsupported',
    figures: [
      {asWritten: '5% to 10%', min: 5, max: 10, unit: '%', population: 'all people', timeframe: 'lifetime'},
    ],
  },
  {
    key: 'c3',
    text: 'Walking trains the heart and keeps the legs strong, and both may help a sore back',
    kind: 'effect',
    status: 'unsupported',
    evidence: [
      {
        citation: 'shnayderman-2013',
        stance: 'background',
        agreement: 'partly',
        note: 'The trial compares walking with strengthening; it says nothing about the strength of the legs.',
      },
    ],
  },
  {
    key: 'c4',
    text: 'training the trunk muscles eased lasting pain more than no exercise did in a review of 13 trials',
    kind: 'comparison',
    status: 'supported',
    figures: [
      {asWritten: '13 trials', value: 13, unit: 'trials', population: 'adults with chronic low back pain'},
    ],
    evidence: [
      {
        citation: 'slade-2006',
        stance: 'supports',
        agreement: 'supports',
        locator: 'Abstract',
        note: 'Pain: standardized difference 0.95 (0.35 to 1.55). For function the review compares intensive with less intensive training.',
      },
    ],
  },
  {
    key: 'c5',
    text: 'moving in water trains the heart as well as walking on land, with less strain on the joints',
    kind: 'comparison',
    status: 'unsupported',
  },
  {
    key: 'c6',
    text: 'these movements load the lower back heavily and may stir up the pain',
    kind: 'mechanism',
    status: 'disputed',
    evidence: [
      {
        citation: 'axler-1997',
        stance: 'supports',
        agreement: 'partly',
        note: 'Measured loads in nine healthy volunteers, for abdominal exercises alone; pain was not studied.',
      },
      {
        citation: 'saraceni-2020',
        stance: 'opposes',
        agreement: 'does-not-support',
        note: 'Bending of the back while lifting was not linked to back pain; the evidence was of low quality.',
      },
    ],
  },
  {
    key: 'c7',
    text: 'a regular exercise programme probably eases chronic low back pain',
    kind: 'effect',
    status: 'supported',
    evidence: [
      {
        citation: 'verville-2023',
        stance: 'supports',
        agreement: 'supports',
        locator: 'Abstract',
        note: 'Moderate certainty (GRADE), eight trials, exercise against no intervention.',
      },
      {citation: 'hayden-2021', stance: 'supports', agreement: 'not-checked'},
    ],
  },
  {
    key: 'c8',
    text: 'giving up every kind of exercise may harm your general health',
    kind: 'effect',
    status: 'unsupported',
    evidence: [
      {
        citation: 'bull-2020',
        stance: 'background',
        agreement: 'partly',
        note: 'Says that some activity is better than none; it is not about people who stop because of pain.',
      },
    ],
  },
  {
    key: 'c9',
    text: 'exercises done lying down or on a chair ask less of the back than the same work standing up',
    kind: 'mechanism',
    status: 'unsupported',
  },
  {
    key: 'c10',
    text: 'forcing your way through pain can set you back',
    kind: 'advice',
    status: 'opinion',
  },
  {
    key: 'c11',
    text: 'In a trial with 52 adults, walking helped about as much as a strengthening programme',
    kind: 'comparison',
    status: 'supported',
    figures: [
      {
        asWritten: '52 adults',
        value: 52,
        unit: 'people',
        population: 'adults aged 18 to 65 with chronic low back pain',
      },
    ],
    evidence: [
      {citation: 'shnayderman-2013', stance: 'supports', agreement: 'supports', locator: 'Abstract'},
    ],
  },
  {
    key: 'c12',
    text: 'a review of 7 studies in pregnancy could not show that exercise works better than other treatment',
    kind: 'comparison',
    status: 'supported',
    figures: [
      {
        asWritten: '7 studies',
        value: 7,
        unit: 'studies',
        population: 'pregnant women with back or pelvic pain',
      },
    ],
    evidence: [{citation: 'lillios-2012', stance: 'supports', agreement: 'supports', locator: 'Abstract'}],
  },
  {
    key: 'c13',
    text: 'some people in the trials had a little more pain for a while',
    kind: 'effect',
    status: 'supported',
    evidence: [{citation: 'verville-2023', stance: 'supports', agreement: 'supports', locator: 'Abstract'}],
  },
]
