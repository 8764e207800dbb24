import type {ObjectType} from '../types/type.ts'

/** A reference of one or several targets reads the same. */
export function sharedReference(type: ObjectType): 'Reference' | 'ReferenceItem' | undefined {
  if (!type.referenceTo || type.referenceTo.length === 0 || type.open) return undefined
  const {fields} = type
  const isWhole = ['_ref', '_type'].every((name) => fields[name] && !fields[name].optional)
  // Spread onto other keys, or into an object that may lack them, it is a reference no more.
  if (!isWhole || fields['_ref']?.type.kind !== 'string' || fields['_type']?.type.kind !== 'string')
    return undefined
  const keys = Object.keys(fields).toSorted().join()
  if (keys === '_ref,_type,_weak') return 'Reference'
  return keys === '_key,_ref,_type,_weak' && !fields['_key']?.optional ? 'ReferenceItem' : undefined
}
