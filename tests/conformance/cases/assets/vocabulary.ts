import sharp from 'sharp'

export const DOCS = 'Sanity docs, Assets API'

export const TYPES = '@sanity/types, ImageAsset'

export const TEXT = new TextEncoder().encode('Sit up straight. 🦴')

// A photo with the place where it was taken, as telephones make them.
export function photo(background: string): Promise<Buffer> {
  return sharp({create: {width: 60, height: 40, channels: 3, background}})
    .withExif({
      IFD0: {Make: 'Camera', Model: 'One'},
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '59/1 54/1 0/1',
        GPSLongitudeRef: 'E',
        GPSLongitude: '10/1 45/1 0/1',
      },
    })
    .jpeg()
    .toBuffer()
}
