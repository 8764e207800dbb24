/** A page range with both numbers in full, `284-287` for `284-7`, and the dash that the style uses. */
export function fullPages(page: string | undefined, dash: '-' | '–'): string | undefined {
  return mapRanges(page, (first, last) => {
    const missing = first.length - last.length
    return `${first}${dash}${missing > 0 ? first.slice(0, missing) + last : last}`
  })
}

/** A page range with the digits of the second number that differ, `207-14` for `207-214` (NLM, Citing Medicine). */
export function shortPages(page: string | undefined): string | undefined {
  return mapRanges(page, (first, last) => {
    const [full] = first.length > last.length ? [first.slice(0, first.length - last.length) + last] : [last]
    if (full === undefined || full.length !== first.length) return `${first}-${last}`
    let same = 0
    while (same < full.length - 1 && full[same] === first[same]) same += 1
    return `${first}-${full.slice(same)}`
  })
}

function mapRanges(
  page: string | undefined,
  range: (first: string, last: string) => string,
): string | undefined {
  return page
    ?.trim()
    .replaceAll(/(?<![\w.])(\d+)\s*[-–—]+\s*(\d+)(?![\w.])/gu, (_, first: string, last: string) =>
      range(first, last),
    )
}
