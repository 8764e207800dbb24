import {expect} from 'vitest'
import type {Case} from '../../suite/Case.ts'
import {fetchAsset, fourColours, upload} from '../../suite/uploads.ts'
import {DOCS, TEXT} from './vocabulary.ts'

/** Cases of assets: serving. */
export const serving: readonly Case[] = [
  {
    rule: 'a file is given back byte for byte',
    source: DOCS,
    async run(scope) {
      const asset = await upload(scope, 'files', TEXT, {filename: '~notes.txt'}, 'text/plain')
      const response = await fetchAsset(scope, asset)
      expect(response.headers.get('content-type')).toMatch(/^text\/plain/)
      expect(new Uint8Array(await response.arrayBuffer())).toEqual(TEXT)
    },
  },
  {
    rule: 'a part of a file',
    source: 'RFC 9110, 14: Range',
    async run(scope) {
      const asset = await upload(scope, 'files', TEXT, {filename: '~notes.txt'}, 'text/plain')
      const response = await fetchAsset(scope, asset, '', {headers: {range: 'bytes=4-5'}})
      expect({
        status: response.status,
        range: response.headers.get('content-range'),
        text: await response.text(),
      }).toEqual({
        status: 206,
        range: `bytes 4-5/${TEXT.byteLength}`,
        text: 'up',
      })
    },
  },
  {
    rule: 'a range beyond the file is refused',
    source: 'RFC 9110, 15.5.17: 416',
    async run(scope) {
      const asset = await upload(scope, 'files', TEXT, {filename: '~notes.txt'}, 'text/plain')
      expect((await fetchAsset(scope, asset, '', {headers: {range: 'bytes=900-'}})).status).toBe(416)
    },
  },
  {
    rule: 'what has not changed is not sent again',
    source: 'RFC 9110, 13: ETag and If-None-Match',
    async run(scope) {
      const asset = await upload(scope, 'images', await fourColours(), {}, 'image/png')
      for (const search of ['', 'w=50']) {
        const first = await fetchAsset(scope, asset, search)
        await first.arrayBuffer()
        const etag = first.headers.get('etag') ?? ''
        expect(etag).not.toBe('')
        const second = await fetchAsset(scope, asset, search, {headers: {'if-none-match': etag}})
        expect(second.status).toBe(304)
      }
    },
  },
  {
    rule: 'assets may be kept for ever',
    source: 'an asset is named by its content',
    async run(scope) {
      const asset = await upload(scope, 'images', await fourColours(), {}, 'image/png')
      const response = await fetchAsset(scope, asset, 'w=50')
      await response.arrayBuffer()
      expect(response.headers.get('cache-control')).toMatch(/max-age=\d{7,}/)
    },
  },
  {
    rule: 'HEAD tells without sending',
    source: 'RFC 9110, 9.3.2',
    async run(scope) {
      const asset = await upload(scope, 'files', TEXT, {filename: '~notes.txt'}, 'text/plain')
      const response = await fetchAsset(scope, asset, '', {method: 'HEAD'})
      expect({
        status: response.status,
        length: response.headers.get('content-length'),
        text: await response.text(),
      }).toEqual({
        status: 200,
        length: String(TEXT.byteLength),
        text: '',
      })
    },
  },
  {
    rule: 'dl makes a browser save it under that name',
    source: `${DOCS}: dl "forces the browser to download the file"`,
    async run(scope) {
      const asset = await upload(scope, 'files', TEXT, {filename: '~notes.txt'}, 'text/plain')
      const response = await fetchAsset(scope, asset, 'dl=my%20notes.txt')
      await response.arrayBuffer()
      expect(response.headers.get('content-disposition')).toMatch(
        /^attachment;.*my notes\.txt|my%20notes\.txt/,
      )
    },
  },
  {
    rule: 'what could run in a browser is not served as a page',
    source: 'content sniffing and SVG scripts',
    embeddedOnly: 'hosted serves from a domain of its own',
    async run(scope) {
      const html = new TextEncoder().encode('<script>alert(1)</script>')
      const asset = await upload(scope, 'files', html, {filename: '~page.html'}, 'text/html')
      const response = await fetchAsset(scope, asset)
      await response.arrayBuffer()
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('content-security-policy')).toContain('sandbox')
    },
  },
]
