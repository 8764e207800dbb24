export {imageBuilder} from './imageBuilder.ts'
export {imageUrl, type ImageCrop, type ImageSource, type ImageUrlOptions} from './imageUrl.ts'
