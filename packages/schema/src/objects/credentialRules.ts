/** A remark on a credential whose last day has passed; both days are YYYY-MM-DD. */
export function isNotExpired(validThrough: string | undefined, today: string): true | string {
  return validThrough === undefined || validThrough >= today || `This credential expired on ${validThrough}.`
}
