import type {Document} from 'groq-js'

/** groq-js takes whatever a dereference returns, numbers and arrays too; its types only know documents. */
export function isAnswer(value: unknown): value is Document {
  return value !== undefined && value !== null
}
