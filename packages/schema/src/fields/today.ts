/** Today in UTC as YYYY-MM-DD: the one place where validation reads the clock. */
export function today(): string {
  return new Date().toISOString().slice(0, 10)
}
