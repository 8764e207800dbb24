import type {Sharp} from 'sharp'
import type {ImageTransformation} from './ImageTransformation.ts'

/** The widest blur that is made pixel by pixel, as standard deviation; beyond it a smaller picture blurs alike. */
export const WIDEST_BLUR = 8

/** Standard deviation of the blur that is asked for, in pixels; 0 for none. */
export function blurSigma({blur, dpr}: ImageTransformation): number {
  // The API gives no unit for blur (1 to 2000): a tenth of it as standard deviation in pixels looks alike.
  return blur === undefined ? 0 : Math.max(0.3, blur * dpr * 0.1)
}

/** Changes colours and sharpness as `sat`, `invert`, `blur` (with this deviation) and `sharp` ask. */
export function applyFilters(image: Sharp, asked: ImageTransformation, sigma: number): Sharp {
  let result = image
  if (asked.saturation === -100) result = result.grayscale()
  else if (asked.saturation !== undefined) result = result.modulate({saturation: 1 + asked.saturation / 100})
  if (asked.invert) result = result.negate({alpha: false})
  if (sigma > 0) result = result.blur(sigma)
  if (asked.sharpen !== undefined) result = result.sharpen({sigma: 0.5 + asked.sharpen / 50})
  return result
}
