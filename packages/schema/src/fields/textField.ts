import {defineField} from '@sanity/types'
import type {RuleDef} from '@sanity/types'
import {bareRule} from './bareRule.ts'
import type {FieldText} from './fieldText.ts'
import {requires} from './requires.ts'

/** A check of a text: `true`, or the sentence an editor reads. */
type TextCheck = (text: string | undefined) => true | string

interface TextFieldOptions extends FieldText {
  /** Rows of the input; without them it is a single line. */
  rows?: number
  /** The sentence an editor reads when it is empty; without it the field is optional. */
  required?: string
  /** Longest text in characters. */
  max?: number
  placeholder?: string
  /** What the text must satisfy. */
  check?: TextCheck
  /** What the text should satisfy: a warning, which does not hold back publishing. */
  advise?: TextCheck
}

/** A field of plain text, on one line or several. */
export function textField({rows, required, max, check, advise, ...text}: TextFieldOptions) {
  const limits = {required, max, check, advise}
  return rows === undefined
    ? defineField({...text, type: 'string', validation: (rule) => textRules(rule, limits)})
    : defineField({...text, type: 'text', rows, validation: (rule) => textRules(rule, limits)})
}

interface Limits {
  required: string | undefined
  max: number | undefined
  check: TextCheck | undefined
  advise: TextCheck | undefined
}

interface TextRule<Rule> extends RuleDef<Rule, string> {
  max: (length: number) => Rule
}

function textRules<Rule extends TextRule<Rule>>(rule: Rule, {required, max, check, advise}: Limits): Rule[] {
  const bare = bareRule(rule)
  return [
    // Sanity's own check, that the value is a text.
    rule,
    ...(required === undefined ? [] : [requires(rule, required)]),
    ...(max === undefined ? [] : [bare.max(max).error(`Shorten this to ${max} characters or fewer.`)]),
    ...(check === undefined ? [] : [bare.custom(check)]),
    ...(advise === undefined ? [] : [bare.custom(advise).warning()]),
  ]
}
