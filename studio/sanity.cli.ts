import {defineCliConfig} from 'sanity/cli'
import {readStudioConfiguration} from './src/configuration/readStudioConfiguration.ts'

const {projectId, dataset} = readStudioConfiguration(undefined, process.env)

export default defineCliConfig({
  api: {projectId, dataset},
  // The Studio is built from the lockfile: it never loads newer code at run time.
  deployment: {autoUpdates: false},
})
