import {expect} from 'vitest'
import type {Case, Subject} from '../suite/Case.ts'

const DOCS = 'Sanity docs, Doc API'

const CASES: Case[] = [
  {
    rule: 'one document by its id',
    source: `${DOCS}: {"documents": [...]}`,
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t', n: 1})
      const {status, body} = await scope.ask('/data/doc/:dataset/~a')
      expect({status, body}).toMatchObject({status: 200, body: {documents: [{_id: '~a', _type: '~t', n: 1}]}})
    },
  },
  {
    rule: 'several come in the order asked for',
    source: `${DOCS}: ids separated by commas`,
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t'}, {_id: '~b', _type: '~t'})
      const {body} = await scope.ask('/data/doc/:dataset/~b,~a')
      expect(body).toMatchObject({documents: [{_id: '~b'}, {_id: '~a'}]})
    },
  },
  {
    rule: 'what is not there is listed as omitted',
    source: `${DOCS}: "omitted": [{"id", "reason": "existence" | "permission"}]`,
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t'})
      const {body} = await scope.ask('/data/doc/:dataset/~a,~none')
      expect(body).toMatchObject({documents: [{_id: '~a'}], omitted: [{id: '~none', reason: 'existence'}]})
    },
  },
  {
    rule: 'nothing found is no error',
    source: '@sanity/client: getDocument gives undefined',
    async run(scope) {
      expect(await scope.ask('/data/doc/:dataset/~none')).toMatchObject({status: 200, body: {documents: []}})
      expect(await scope.client().getDocument(scope.encode('~none'))).toBeUndefined()
    },
  },
  {
    rule: 'drafts and versions by their own ids',
    source: `${DOCS}: documents as stored`,
    async run(scope) {
      await scope.given({_id: 'drafts.~a', _type: '~t', n: 1}, {_id: 'versions.~r.~a', _type: '~t', n: 2})
      const {body} = await scope.ask('/data/doc/:dataset/drafts.~a,versions.~r.~a')
      expect(body).toMatchObject({documents: [{n: 1}, {n: 2}]})
    },
  },
  {
    rule: 'excludeContent leaves the members of the lake',
    source: 'Studio, preview availability: excludeContent=true',
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t', n: 1})
      const {body} = await scope.ask('/data/doc/:dataset/~a?excludeContent=true')
      expect(body).toMatchObject({documents: [{_id: '~a'}]})
      expect(JSON.stringify(body)).not.toContain('"n"')
    },
  },
  {
    rule: 'the client reads many in the order asked for, null where there is none',
    source: '@sanity/client: getDocuments',
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t'}, {_id: '~b', _type: '~t'})
      const ids = ['~b', '~none', '~a'].map((id) => scope.encode(id))
      const found = await scope.client().getDocuments(ids)
      expect(found.map((document) => document?._id ?? null)).toEqual([ids[0], null, ids[2]])
    },
  },
  {
    rule: 'an id with a percent sign is not decoded twice',
    source: 'RFC 3986',
    async run(scope) {
      expect(await scope.ask('/data/doc/:dataset/%2525')).toMatchObject({status: 200, body: {documents: []}})
    },
  },
  {
    rule: 'without a token drafts are omitted for want of permission',
    source: `${DOCS}: reason "permission"`,
    embeddedOnly: 'depends on the access mode of the dataset',
    async run(scope) {
      await scope.given({_id: 'drafts.~a', _type: '~t'})
      const {body} = await scope.ask('/data/doc/:dataset/drafts.~a', {token: null})
      expect(body).toEqual({documents: [], omitted: [{id: 'drafts.~a', reason: 'permission'}]})
    },
  },
  {
    rule: 'without a token published documents of a public dataset are given',
    source: 'Sanity docs, Datasets: public',
    embeddedOnly: 'depends on the access mode of the dataset',
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t', n: 1})
      expect(await scope.ask('/data/doc/:dataset/~a', {token: null})).toMatchObject({
        body: {documents: [{n: 1}]},
      })
    },
  },
  {
    rule: 'a dataset that is not there is 404',
    source: DOCS,
    async run(scope) {
      expect((await scope.ask('/data/doc/nowhere/a')).status).toBe(404)
    },
  },
  {
    rule: 'resources of the client: a dataset by project and name',
    source:
      '@sanity/client, resource {type: "dataset", id: "project.dataset"}: /projects/:id/datasets/:name/…',
    async run(scope) {
      await scope.given({_id: '~a', _type: '~t', n: 1})
      const {projectId, dataset} = scope.target
      const client = scope.client({resource: {type: 'dataset', id: `${projectId}.${dataset}`}})
      expect(await client.getDocument(scope.encode('~a'))).toMatchObject({n: 1})
      expect(await client.fetch('*[_id == $id][0].n', {id: scope.encode('~a')})).toBe(1)
      await client.patch(scope.encode('~a')).set({n: 2}).commit()
      expect(await scope.content('~a')).toEqual({n: 2})
    },
  },
]

/** The document endpoint. */
export const documents: Subject = {subject: 'documents', cases: CASES}
