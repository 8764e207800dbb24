/** A figure with what it takes to show it without a shift in the layout: size, placeholder, hotspot. */
export const figureFields = `
  alt,
  decorative,
  caption,
  "image": image{
    hotspot,
    crop,
    "asset": asset->{
      _id,
      url,
      mimeType,
      "width": metadata.dimensions.width,
      "height": metadata.dimensions.height,
      "placeholder": metadata.lqip
    }
  }
`
