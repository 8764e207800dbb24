import {describe, expect, it} from 'vitest'
import {parseWebhook} from './parseWebhook.ts'

const minimal = {name: 'Rebuild', url: 'https://example.com/hook'}

describe('parseWebhook', () => {
  it('fills in what is not said', () => {
    expect(parseWebhook(minimal)).toMatchObject({
      dataset: '*',
      httpMethod: 'POST',
      includeDrafts: false,
      secret: null,
      rule: {on: ['create', 'update', 'delete'], filter: null, projection: null},
    })
  })

  it('keeps what a change does not name', () => {
    const before = parseWebhook({...minimal, secret: 'x', rule: {on: ['delete'], filter: '_type == "a"'}})
    const after = parseWebhook({isDisabledByUser: true, rule: {projection: '{_id}'}}, before)
    expect(after).toEqual({
      ...before,
      isDisabledByUser: true,
      rule: {on: ['delete'], filter: '_type == "a"', projection: '{_id}'},
    })
  })

  it.each([
    ['"name"', {...minimal, name: ''}],
    ['"url"', {...minimal, url: 'file:///etc/passwd'}],
    ['"url"', {...minimal, url: 'https://user:secret@example.com'}],
    ['"type"', {...minimal, type: 'transaction'}],
    ['"httpMethod"', {...minimal, httpMethod: 'TRACE'}],
    ['"includeDrafts"', {...minimal, includeDrafts: 'yes'}],
    ['"rule.on[0]"', {...minimal, rule: {on: ['publish']}}],
    ['"rule.on"', {...minimal, rule: {on: []}}],
    ['"rule.filter"', {...minimal, rule: {filter: '_type == '}}],
    ['"rule.filter"', {...minimal, rule: {filter: 'count(*) > 1'}}],
    ['"rule.projection"', {...minimal, rule: {projection: '{"all": *[_type == "a"]}'}}],
    ['"headers["Host"]"', {...minimal, headers: {Host: 'elsewhere'}}],
    ['"headers["sanity-dataset"]"', {...minimal, headers: {'sanity-dataset': 'x'}}],
    ['"headers["x-a"]"', {...minimal, headers: {'x-a': 'one\r\nx-b: two'}}],
  ])('names %s when it is wrong', (path, body) => {
    expect(() => parseWebhook(body)).toThrow(path)
  })
})
