import type {InputProps, StringInputProps} from 'sanity'
import {KeyInput} from './KeyInput.tsx'
import {siblingListOf} from './siblingListOf.ts'

/** Every input of every form passes here: those that hold the key of another entry become a choice. */
export function FormInput(props: InputProps) {
  const list = isStringInput(props) ? siblingListOf(props.path) : undefined
  if (list === undefined || !isStringInput(props)) return props.renderDefault(props)
  return <KeyInput input={props} list={list} />
}

function isStringInput(props: InputProps): props is StringInputProps {
  return props.schemaType.jsonType === 'string'
}
