import {createLake} from '@spine-center/lake'
import {importSample} from '@spine-center/sample'

const lake = createLake({projectId: 'spine', dataset: 'production'})
const token = lake.createToken({role: 'editor', label: 'sample content'})

export const result = await importSample({
  url: 'http://localhost',
  token,
  fetch: (request) => lake.fetch(request),
  ifEmpty: true,
})

lake.close()
