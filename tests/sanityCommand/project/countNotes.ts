import {getCliClient} from 'sanity/cli'

const client = getCliClient({apiVersion: '2025-02-19'})
const count = await client.fetch<number>('count(*[_type == "note"])')
process.stdout.write(`There are ${count} notes.\n`)
