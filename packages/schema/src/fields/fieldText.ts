import type {ConditionalProperty} from '@sanity/types'

/** What every field factory takes: its name, what the editor reads, and where it stands in the form. */
export interface FieldText {
  name: string
  title: string
  description?: string
  group?: string | string[]
  fieldset?: string
  hidden?: ConditionalProperty
  readOnly?: ConditionalProperty
}
