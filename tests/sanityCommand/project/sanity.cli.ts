import {defineCliConfig} from 'sanity/cli'

export default defineCliConfig({
  api: {projectId: 'spine', dataset: 'production'},
  deployment: {autoUpdates: false},
})
