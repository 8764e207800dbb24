import type {Sharp} from 'sharp'
import type {ImageTransformation} from './ImageTransformation.ts'

/** Changes colours and sharpness as `sat`, `invert`, `blur` and `sharp` ask. */
export function applyFilters(image: Sharp, asked: ImageTransformation): Sharp {
  let result = image
  if (asked.saturation === -100) result = result.grayscale()
  else if (asked.saturation !== undefined) result = result.modulate({saturation: 1 + asked.saturation / 100})
  if (asked.invert) result = result.negate({alpha: false})
  // The API gives no unit for blur (1 to 2000): a tenth of it as standard deviation in pixels looks alike.
  if (asked.blur !== undefined) result = result.blur(Math.max(0.3, asked.blur * asked.dpr * 0.1))
  if (asked.sharpen !== undefined) result = result.sharpen({sigma: 0.5 + asked.sharpen / 50})
  return result
}
