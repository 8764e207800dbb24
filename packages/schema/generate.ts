import {readFileSync, writeFileSync} from 'node:fs'
import {fileURLToPath} from 'node:url'
import {extractSchema} from '@sanity/schema/_internal'
import {compileSchema} from './src/compileSchema.ts'

const schema = extractSchema(compileSchema(), {enforceRequiredFields: true})
writeFileSync(fileURLToPath(new URL('schema.json', import.meta.url)), JSON.stringify(schema, null, 2) + '\n')
void readFileSync
