import fc from 'fast-check'
import {expect, test} from 'vitest'
import type {LakeDocument} from '../documents/LakeDocument.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import type {JsonObject} from '../json/isJsonObject.ts'
import {parseJson} from '../json/parseJson.ts'
import {applyMutation} from './applyMutation.ts'
import {fromLogged, needsDocument, toLogged} from './loggedMutations.ts'
import {parseMutation} from './Mutation.ts'
import {WorkingCopy} from './WorkingCopy.ts'

type Change = {mutations: JsonObject[]; after: LakeDocument | undefined}

/** What a transaction of these mutations does to the document "a". */
function changeOf(mutations: readonly object[]): Change | undefined {
  const copy = new WorkingCopy({get: () => undefined, pending: () => []}, {transactionId: 'rev', now: 'now'})
  const tools = {createId: () => 'id', autoGenerateArrayKeys: false, select: (): string[] => []}
  for (const mutation of mutations) applyMutation(copy, parseMutation(mutation), tools)
  return copy.changes()[0]
}

function isKeptShort({mutations, after}: Change): boolean {
  return needsDocument(parseJson(JSON.stringify(toLogged(mutations, after))))
}

function readBack({mutations, after}: Change): unknown {
  return fromLogged(parseJson(JSON.stringify(toLogged(mutations, after))), after)
}

const a = {_id: 'a', _type: 'note'}

test.each([
  ['a document that is created', [{create: {...a, text: 'x'}}], true],
  ['a document that is replaced', [{createOrReplace: {...a, list: [{_key: 'k'}]}}], true],
  ['a document with a time of its own', [{createIfNotExists: {...a, _createdAt: '2020'}}], true],
  ['a document sent back with its revision', [{createOrReplace: {...a, _rev: 'old'}}], false],
  ['a document sent back with its time', [{createOrReplace: {...a, _updatedAt: 'old'}}], false],
  ['two mutations', [{create: a}, {patch: {id: 'a', set: {n: 1}}}], false],
  ['one replaced twice', [{createOrReplace: {...a, n: 1}}, {createOrReplace: {...a, n: 2}}], false],
  ['an asset, whose address is made when it is read', [{create: {...a, _type: 'sanity.fileAsset'}}], false],
])('%s is read back as it was asked for', (_name, mutations, isShort) => {
  const change = changeOf(mutations)
  if (!change) throw new Error('nothing was changed')
  expect(readBack(change)).toEqual(mutations)
  expect(isKeptShort(change)).toBe(isShort)
})

test('any document that is put is read back as it was put', () => {
  const members = fc.dictionary(
    fc.constantFrom('a', 'b', '_rev', '_createdAt', '_updatedAt', 'put'),
    fc.jsonValue(),
  )
  fc.assert(
    fc.property(members, fc.constantFrom('create', 'createOrReplace', 'createIfNotExists'), (given, put) => {
      const mutations = [parseJson(JSON.stringify({[put]: {...given, ...a}}))].filter(isJsonObject)
      const change = changeOf(mutations)
      expect(change && readBack(change)).toEqual(mutations)
    }),
  )
})

test.each([undefined, null, 'text', {}, {put: 7, without: []}, {put: 'create', without: 'x'}])(
  'what the log cannot hold, as %j, is nothing',
  (logged) => expect(fromLogged(logged, {...a, _rev: 'r', _createdAt: '', _updatedAt: ''})).toBeUndefined(),
)
