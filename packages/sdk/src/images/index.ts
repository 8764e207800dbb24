export {imageBuilder} from './imageBuilder.ts'
export {imageSize, type ImageSize} from './imageSize.ts'
export {imageUrl, type ImageCrop, type ImageSource, type ImageUrlOptions} from './imageUrl.ts'
