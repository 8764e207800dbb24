import {readableDataset} from '../access/readableDataset.ts'
import {visibilityFor} from '../access/Viewer.ts'
import type {Dataset} from '../Dataset.ts'
import {isJsonObject} from '../json/isJsonObject.ts'
import {parseJson} from '../json/parseJson.ts'
import type {LakeCore} from '../LakeCore.ts'
import {openReading} from '../store/openReading.ts'
import type {LakeApp} from './LakeApp.ts'

// As many documents go out in one piece as make writing them cheap; a slow reader holds up only its own stream.
const BATCH = 100
const PAGE = 1000
// What a reader holds on to cannot be cleared from the log: one that does not read is let go.
const IDLE_TIMEOUT_MS = 60_000

type Row = {id: string; type: string; content: string}

/**
 * `GET /data/export/:dataset`: every document the reader may see, one JSON line each, ascending by id and as of one
 * moment. With `nextCursor` (empty at first) a page of them, and a last line `{nextCursor}` while there are more.
 */
export function addExportRoutes(app: LakeApp, lake: LakeCore): void {
  app.get('/:version/data/export/:dataset', (c) => {
    const viewer = c.get('viewer')
    const dataset = readableDataset(lake.datasets, c.req.param('dataset'), viewer)
    const isVisible = visibilityFor(viewer)
    const types = c.req.query('types')?.split(',')
    const cursor = c.req.query('nextCursor')
    const reading = openReading(lake.database)
    const rows = reading.rows(
      `SELECT id, type, content FROM documents WHERE dataset = ? AND id > ? ORDER BY id`,
      dataset.name,
      cursor ?? '',
    )
    return streamLines(lines(), () => reading.close())

    function* lines(): Generator<string> {
      let count = 0
      let last = ''
      for (const row of rows) {
        const document = {id: String(row['id']), type: String(row['type']), content: String(row['content'])}
        if (!isVisible(document.id) || (types && !types.includes(document.type))) continue
        if (cursor !== undefined && count === PAGE) {
          yield JSON.stringify({nextCursor: last})
          return
        }
        yield lineOf(document, dataset)
        last = document.id
        count += 1
      }
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

function streamLines(lines: Generator<string>, onEnd: () => void): Response {
  const encoder = new TextEncoder()
  let idle: NodeJS.Timeout | undefined
  const end = (): void => {
    clearTimeout(idle)
    lines.return(undefined)
    onEnd()
  }
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      clearTimeout(idle)
      try {
        const batch = take(lines, BATCH)
        if (batch.length > 0) controller.enqueue(encoder.encode(batch.map((line) => `${line}\n`).join('')))
        if (batch.length < BATCH) {
          controller.close()
          end()
          return
        }
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

function take(lines: Generator<string>, count: number): string[] {
  const taken: string[] = []
  while (taken.length < count) {
    const {value, done} = lines.next()
    if (done === true) break
    taken.push(value)
  }
  return taken
}
