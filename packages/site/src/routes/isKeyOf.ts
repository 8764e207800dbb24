/** Whether a value from an address is one of the keys of a vocabulary. */
export function isKeyOf<Keys extends string>(
  vocabulary: Readonly<Record<Keys, string>>,
  value: string | undefined,
): value is Keys {
  return value !== undefined && Object.hasOwn(vocabulary, value)
}
