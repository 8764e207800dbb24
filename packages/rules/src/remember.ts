/** Works a value out when it is first asked for, and keeps it by the key. */
export function remember<Input, Value>(
  keyOf: (input: Input) => string,
  workOut: (input: Input) => Value,
): (input: Input) => Value {
  const known = new Map<string, Value>()
  return (input) => {
    const key = keyOf(input)
    const found = known.get(key) ?? workOut(input)
    known.set(key, found)
    return found
  }
}
