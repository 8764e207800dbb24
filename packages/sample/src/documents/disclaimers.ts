import {plainDocument, type SampleDocument} from '../builders/sampleDocument.ts'

export const disclaimers: readonly SampleDocument[] = [
  plainDocument('disclaimer', 'sample', {
    key: 'sample',
    language: 'en',
    text: 'This is sample content that ships with the software. No clinician has reviewed it, and no clinic stands behind it. It shows how the software works; it is not advice about your health. Do not start, stop or change an exercise because of it. Ask a clinician who knows you.',
    placement: 'top',
    version: '1',
  }),
  plainDocument('disclaimer', 'with-exercise', {
    key: 'with-exercise',
    language: 'en',
    text: 'Sample instructions that no clinician has reviewed. They say how the exercise is commonly done, not whether you should do it. Ask a clinician who knows you.',
    placement: 'with-exercise',
    version: '1',
  }),
]
