const reassurance =
  /\b(don['’]t worry|do not worry|nothing to worry about|no need to worry|usually harmless|probably nothing|no cause for concern)\b/iu

/** A remark on a red flag that is worded as reassurance. */
export function doesNotReassure(text: string | undefined): true | string {
  const found = reassurance.exec(text ?? '')?.[0]
  return (
    found === undefined ||
    `“${found}” reassures. A red flag says what to do and leaves the rest to those who help.`
  )
}
