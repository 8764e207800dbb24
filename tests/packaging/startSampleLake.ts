import {startLake} from '@spine-center/lake'
import {importSample} from '@spine-center/sample'

/** A lake in memory with the sample content. */
export async function startSampleLake(): Promise<AsyncDisposable & {readonly url: string}> {
  const lake = await startLake({port: 0, projectId: 'spine', dataset: 'production'})
  const token = lake.createToken({role: 'editor', label: 'packaging'})
  await importSample({url: lake.url, dataset: 'production', token})
  return {url: lake.url, [Symbol.asyncDispose]: () => lake.close()}
}

/** What the page of the sample article shows, whoever renders it. */
export const SHOWN: readonly string[] = [
  'Walk first',
  'care-card--immediate',
  'role="doc-biblioref"',
  'exercise-card',
  '"@type":"MedicalWebPage"',
]
