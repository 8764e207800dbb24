import {generateDocuments} from '@spine-center/sample'

export let bytes = 0

for (const document of generateDocuments({count: 1000, seed: 1})) {
  bytes += JSON.stringify(document).length
}
