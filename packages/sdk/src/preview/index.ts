export {createPreview, type PreviewOptions} from './createPreview.ts'
