import {Select, Text} from '@sanity/ui'
import type {ChangeEvent} from 'react'
import {set, unset, useFormValue} from 'sanity'
import type {StringInputProps} from 'sanity'
import {keyChoices} from './keyChoices.ts'
import type {SiblingList} from './siblingListOf.ts'

interface KeyInputProps {
  input: StringInputProps
  list: SiblingList
}

/** Chooses an entry of another list of the document by its words; what is stored is its key. */
export function KeyInput({input, list}: KeyInputProps) {
  const choices = keyChoices(useFormValue([list.field]), list.label)
  const {value, readOnly, elementProps, onChange} = input
  if (choices.length === 0 && !value) {
    return (
      <Text muted size={1}>
        {list.whenEmpty}
      </Text>
    )
  }
  const change = (event: ChangeEvent<HTMLSelectElement>) => {
    const key = event.currentTarget.value
    onChange(key === '' ? unset() : set(key))
  }
  return (
    <Select
      id={elementProps.id}
      onBlur={elementProps.onBlur}
      onFocus={elementProps.onFocus}
      onChange={change}
      readOnly={readOnly === true}
      value={value ?? ''}
    >
      <option value="" />
      {value && !choices.some(({key}) => key === value) ? (
        <option value={value}>Not found: {value}</option>
      ) : null}
      {choices.map(({key, title}) => (
        <option key={key} value={key}>
          {title}
        </option>
      ))}
    </Select>
  )
}
