import {textOf} from '../fields/textOf.ts'

/** A remark on a step that strings actions together. */
export function isOneAction(step: string | undefined): true | string {
  const text = textOf(step)
  const sentences = [...new Intl.Segmenter('en', {granularity: 'sentence'}).segment(text)].length
  const chained = /[;,]?\s(and\s)?then\s/iu.test(text)
  return (
    (!chained && sentences <= 2) || 'This step holds more than one action. Readers follow it better as two.'
  )
}
