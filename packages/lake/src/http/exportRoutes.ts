import {readableDataset} from '../access/readableDataset.ts'
import {Allowance} from '../access/Allowance.ts'
import {visibilityFor} from '../access/Viewer.ts'
import type {Dataset} from '../Dataset.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {parseJson} from '../json/parseJson.ts'
import type {LakeCore} from '../LakeCore.ts'
import {limitError} from '../LakeLimits.ts'
import {openReading} from '../store/openReading.ts'
import type {LakeApp} from './LakeApp.ts'

// As many documents go out in one piece as make writing them cheap; a slow reader holds up only its own stream.
const BATCH = 100
// A whole number of pieces, so that a cursor stands in one of its own.
const PAGE = 10 * BATCH
// What a reader holds on to cannot be cleared from the log: one that does not read is let go.
const IDLE_TIMEOUT_MS = 60_000

type Row = {id: string; type: string; content: string}

/**
 * `GET /data/export/:dataset`: every document the reader may see, one JSON line each, ascending by id and as of one
 * moment. With `nextCursor` (empty at first) a page of them, and a last line `{nextCursor}` while there are more.
 */
export function addExportRoutes(app: LakeApp, lake: LakeCore): void {
  const {maxExports} = lake.limits
  const exports = new Allowance({total: maxExports, each: Math.max(1, Math.floor(maxExports / 2))})
  app.get('/:version/data/export/:dataset', (c) => {
    const viewer = c.get('viewer')
    const dataset = readableDataset(lake.datasets, c.req.param('dataset'), viewer)
    const isVisible = visibilityFor(viewer)
    const types = c.req.query('types')?.split(',')
    const cursor = c.req.query('nextCursor')
    const release = exports.take(c.env.client)
    if (typeof release !== 'function') {
      const what = 'Too many exports are under way'
      throw limitError(lake.limits, 'maxExports', {what, code: 'tooMany'})
    }
    const reading = openReading(lake.database)
    const rows = reading.rows(
      `SELECT id, type, content FROM documents WHERE dataset = ? AND id > ? ORDER BY id`,
      dataset.name,
      cursor ?? '',
    )
    return streamPieces(pieces(), () => {
      reading.close()
      release()
    })

    function* pieces(): Generator<string> {
      let count = 0
      let last = ''
      let piece = ''
      for (const row of rows) {
        const document = {id: String(row['id']), type: String(row['type']), content: String(row['content'])}
        if (!isVisible(document.id) || (types && !types.includes(document.type))) continue
        if (cursor !== undefined && count === PAGE) {
          // A reader may look for the cursor in each piece that arrives: it is not cut in two.
          yield `${JSON.stringify({nextCursor: last})}\n`
          return
        }
        piece += `${lineOf(document, dataset)}\n`
        last = document.id
        count += 1
        if (count % BATCH > 0) continue
        yield piece
        piece = ''
      }
      if (piece !== '') yield piece
    }
  })
}

// The text is sent as it is stored; the document of an asset says where its file is now.
function lineOf({id, type, content}: Row, {store}: Dataset): string {
  if (!/^sanity\.(image|file)Asset$/.test(type)) return content
  const stored = parseJson(content)
  const url = store.get(id)?.['url']
  return isJsonObject(stored) && url !== undefined ? JSON.stringify({...stored, url}) : content
}

function streamPieces(pieces: Generator<string>, onEnd: () => void): Response {
  const encoder = new TextEncoder()
  let idle: NodeJS.Timeout | undefined
  const end = (): void => {
    clearTimeout(idle)
    pieces.return(undefined)
    onEnd()
  }
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      clearTimeout(idle)
      try {
        const {value, done} = pieces.next()
        if (done === true) {
          controller.close()
          end()
          return
        }
        controller.enqueue(encoder.encode(value))
      } catch {
        // The head of the answer is long gone: a line with `error` and no `_id` is how an export fails.
        controller.enqueue(encoder.encode('{"statusCode":500,"error":"Internal Server Error"}\n'))
        controller.close()
        end()
        return
      }
      idle = setTimeout(() => {
        controller.error(new Error('The reader of this export is too slow.'))
        end()
      }, IDLE_TIMEOUT_MS)
    },
    cancel: end,
  })
  return new Response(body, {headers: {'content-type': 'application/x-ndjson'}})
}
