import {createHash} from 'node:crypto'
import {createReadStream, existsSync, readdirSync, rmSync, statSync} from 'node:fs'
import {join} from 'node:path'
import {parseAssetDocumentId, parseAssetFilename, toAssetDocumentId, toFilename} from '../assets/assetFile.ts'
import type {AssetFile} from '../assets/assetFile.ts'
import {REPAIR} from './Finding.ts'
import type {CheckContext, Finding} from './Finding.ts'

const SETTLED_MS = 60_000

const AGAIN = 'Upload it again, or bring back a backup with "lake restore".'

/**
 * Whether each asset has its file, each file its asset, and each file the content that its name says.
 * @param isSettled - nothing is wrong with the documents: else a file without its document may be all that is left
 */
export async function* checkAssets(context: CheckContext, isSettled: boolean): AsyncGenerator<Finding> {
  const {database, dataDir, now, onChecked} = context
  const isThere = database.prepare('SELECT 1 FROM documents WHERE dataset = ? AND id = ?')
  const documents = database
    .prepare(`SELECT dataset, id FROM documents WHERE type IN ('sanity.imageAsset', 'sanity.fileAsset')`)
    .all()
    .map((row) => ({dataset: String(row['dataset']), document: String(row['id'])}))
  for (const [index, place] of documents.entries()) {
    onChecked('assets', index + 1, documents.length)
    const file = parseAssetDocumentId(place.dataset, place.document)
    const problem = file && (await problemOf(pathOf(dataDir, file), file))
    // A running lake may have removed both since.
    if (problem && isThere.get(place.dataset, place.document)) yield {...place, problem, fix: AGAIN}
  }
  for (const file of filesIn(join(dataDir, 'assets'))) {
    const isNew = statSync(pathOf(dataDir, file)).mtimeMs > now - SETTLED_MS
    if (isNew || isThere.get(file.dataset, toAssetDocumentId(file))) continue
    const way = isSettled
      ? {
          fix: `It only takes room. ${REPAIR}`,
          repair: () => rmSync(pathOf(dataDir, file)),
          isTidying: true as const,
        }
      : {fix: 'See to the rest first.'}
    yield {
      dataset: file.dataset,
      document: toAssetDocumentId(file),
      problem: `its file is there (${pathOf(dataDir, file)}), the document is not.`,
      ...way,
    }
  }
}

async function problemOf(path: string, {sha1hash}: AssetFile): Promise<string | undefined> {
  if (!existsSync(path)) return `its file ${path} is missing.`
  const hash = createHash('sha1')
  for await (const chunk of createReadStream(path)) hash.update(chunk)
  return hash.digest('hex') === sha1hash ? undefined : `the content of its file ${path} is not what it was.`
}

function pathOf(dataDir: string, file: AssetFile): string {
  return join(dataDir, 'assets', file.dataset, file.kind, toFilename(file))
}

function* filesIn(root: string): Generator<AssetFile> {
  for (const dataset of listFolder(root)) {
    for (const kind of ['images', 'files'] as const) {
      for (const name of listFolder(join(root, dataset, kind))) {
        const file = parseAssetFilename(kind, dataset, name)
        if (file) yield file
      }
    }
  }
}

function listFolder(folder: string): string[] {
  return existsSync(folder) && statSync(folder).isDirectory() ? readdirSync(folder).toSorted() : []
}
