import {isList, isRecord} from '../patch/matchPath.ts'
import {encodeList} from './encodeList.ts'
import {encodeText} from './encodeText.ts'
import {isSameJson} from './isSameJson.ts'
import {jsonLength} from './jsonLength.ts'
import * as op from './opcodes.ts'

/** A raw mendoza patch: operation numbers and their operands in one flat list. */
export type RawPatch = unknown[]

/** How a value is changed in place: on a copy of the input, or on a blank output that takes slices of the input. */
type Edit = {start: 'blank' | 'copy'; operations: RawPatch}

function shorter(inPlace: RawPatch, replace: RawPatch): RawPatch {
  const length = jsonLength(inPlace)
  return length < jsonLength(replace, length) ? inPlace : replace
}

function encodeObject(
  left: Readonly<Record<string, unknown>>,
  right: Readonly<Record<string, unknown>>,
): RawPatch {
  // "Field index = position in sorted keys": the decoder sorts the input's own keys the same way.
  const keys = Object.keys(left).toSorted()
  const removed = keys.flatMap((key, index) =>
    Object.hasOwn(right, key) ? [] : [op.OBJECT_DELETE_FIELD, index],
  )
  const added = Object.keys(right).flatMap((key) =>
    Object.hasOwn(left, key) ? [] : [op.OBJECT_SET_FIELD_VALUE, right[key], key],
  )
  const changed = keys.flatMap((key, index) =>
    Object.hasOwn(right, key) ? encodeField(key, index, left[key], right[key]) : [],
  )
  return [...removed, ...changed, ...added]
}

function encodeField(key: string, index: number, left: unknown, right: unknown): RawPatch {
  if (isSameJson(left, right)) return []
  const replace = [op.OBJECT_SET_FIELD_VALUE, right, key]
  const edit = encodeEdit(left, right)
  if (edit === undefined) return replace
  const push = edit.start === 'copy' ? op.PUSH_FIELD_COPY : op.PUSH_FIELD_BLANK
  return shorter([push, index, ...edit.operations, op.RETURN_INTO_OBJECT_SAME_KEY_POP], replace)
}

function encodeElement(left: readonly unknown[], item: unknown, index: number): RawPatch {
  const append = [op.ARRAY_APPEND_VALUE, item]
  const edit = index < left.length ? encodeEdit(left[index], item) : undefined
  if (edit === undefined) return append
  const push = edit.start === 'copy' ? op.PUSH_ELEMENT_COPY : op.PUSH_ELEMENT_BLANK
  return shorter([push, index, ...edit.operations, op.RETURN_INTO_ARRAY_POP], append)
}

function encodeEdit(left: unknown, right: unknown): Edit | undefined {
  if (isRecord(left) && isRecord(right)) return {start: 'copy', operations: encodeObject(left, right)}
  const operations =
    isList(left) && isList(right)
      ? encodeList(left, right, (item, index) => encodeElement(left, item, index))
      : typeof left === 'string' && typeof right === 'string'
        ? encodeText(left, right)
        : []
  // A blank output that nothing is appended to stays null, so empty texts and lists go as values.
  return operations.length === 0 ? undefined : {start: 'blank', operations}
}

/**
 * Encodes the change from one JSON value to another as a raw mendoza patch; `undefined` and `null` both mean "no
 * document", so creation is `[0, document]` and deletion `[0, null]`.
 *
 * @example
 * ```ts
 * encodePatch({title: 'Backs'}, {title: 'Backs!'}) // [17, 'Backs!', 'title']
 * ```
 */
export function encodePatch(left: unknown, right: unknown): RawPatch {
  if (left === right || (isList(left) && isSameJson(left, right))) return []
  const replace = [op.VALUE, right ?? null]
  const edit = encodeEdit(left, right)
  if (edit === undefined) return replace
  // Objects without a difference have nothing to change, which comparing them first would only find out twice.
  if (edit.start === 'copy' && edit.operations.length === 0) return []
  return shorter(edit.start === 'copy' ? edit.operations : [op.BLANK, ...edit.operations], replace)
}

function withoutRevision(document: Readonly<Record<string, unknown>> | null | undefined) {
  if (!document) return null
  const {_rev, ...content} = document
  return content
}

/**
 * The `effects` of a mutation event: patches from `before` to `after` and back, without `_rev`, which the event
 * carries beside them. A document that does not exist is null or undefined.
 *
 * @example
 * ```ts
 * encodeEffects(null, {_id: 'a', _rev: '1'}) // {apply: [0, {_id: 'a'}], revert: [0, null]}
 * ```
 */
export function encodeEffects(
  before: Readonly<Record<string, unknown>> | null | undefined,
  after: Readonly<Record<string, unknown>> | null | undefined,
): {apply: RawPatch; revert: RawPatch} {
  const [left, right] = [withoutRevision(before), withoutRevision(after)]
  return {apply: encodePatch(left, right), revert: encodePatch(right, left)}
}
