/** Works a value out when it is first asked for, and keeps it. */
export function remember<Input, Value>(workOut: (input: Input) => Value): (input: Input) => Value {
  const known = new Map<Input, Value>()
  return (input) => {
    const found = known.get(input) ?? workOut(input)
    known.set(input, found)
    return found
  }
}
