/** The first value of an order that is among others. */
export function firstOf<Value>(order: readonly Value[], among: readonly Value[]): Value | undefined {
  return order.find((value) => among.includes(value))
}
