import {visionTool} from '@sanity/vision'
import {defineConfig} from 'sanity'
import {presentationTool} from 'sanity/presentation'
import {structureTool} from 'sanity/structure'
import {embeddedLogin} from './src/configuration/embeddedLogin.ts'
import {readStudioConfiguration} from './src/configuration/readStudioConfiguration.ts'
import {documentOptions} from './src/documents/documentOptions.ts'
import {FormInput} from './src/inputs/FormInput.tsx'
import {previewOptions} from './src/preview/previewOptions.ts'
import {studioTypes} from './src/studioTypes.ts'
import {structure} from './src/structure/structure.ts'

const injected: unknown = Reflect.get(globalThis, '__SPINE_STUDIO__')
// Each variable is named in full: Sanity replaces exactly these expressions when it builds the Studio.
const {projectId, dataset, apiHost, siteUrl} = readStudioConfiguration(injected, {
  SANITY_STUDIO_PROJECT_ID: process.env.SANITY_STUDIO_PROJECT_ID,
  SANITY_STUDIO_DATASET: process.env.SANITY_STUDIO_DATASET,
  SANITY_STUDIO_API_HOST: process.env.SANITY_STUDIO_API_HOST,
  SANITY_STUDIO_SITE_URL: process.env.SANITY_STUDIO_SITE_URL,
})

export default defineConfig({
  title: 'The Spine Center',
  projectId,
  dataset,
  ...(apiHost === undefined ? {} : {apiHost, auth: embeddedLogin(projectId, apiHost)}),
  plugins: [
    structureTool({structure, title: 'Content'}),
    presentationTool(previewOptions(siteUrl)),
    visionTool({title: 'Queries', defaultApiVersion: '2025-02-19', defaultDataset: dataset}),
  ],
  schema: {types: studioTypes, templates: (templates) => templates.filter(({id}) => id !== 'siteSettings')},
  document: documentOptions(siteUrl),
  form: {components: {input: FormInput}},
  announcements: {enabled: false},
})
