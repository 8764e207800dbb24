/** The day that many months after a day, both as YYYY-MM-DD; the last day of a shorter month stands in. */
export function inMonths(months: number, day: string): string {
  const date = new Date(`${day}T00:00:00Z`)
  const target = new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months + 1, 0))
  target.setUTCDate(Math.min(date.getUTCDate(), target.getUTCDate()))
  return target.toISOString().slice(0, 10)
}
