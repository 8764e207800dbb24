/**
 * A picture of the package as a `figure` object. The `image` says which file it is;
 * the import uploads the file and puts a reference to the asset in its place.
 */
export function picture(file: string, alt: string, caption?: string): Readonly<Record<string, unknown>> {
  return {
    _type: 'figure',
    image: {_type: 'image', _sanityAsset: `image@images/${file}`},
    alt,
    decorative: false,
    ...(caption === undefined ? {} : {caption}),
  }
}
