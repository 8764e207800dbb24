/** A feed as the rules read it: references are ids. */
export const feedFields = `
  _id,
  _type,
  title,
  key,
  placements,
  slots[]{
    _key,
    kind,
    "pin": pin._ref,
    window,
    rule{
      topics{"any": any[]._ref, "all": all[]._ref, "none": none[]._ref},
      "conditions": conditions[]._ref,
      kinds,
      "authors": authors[]._ref,
      languages,
      maxAgeDays,
      requireFreshReview,
      maxReadingGrade,
      "exclude": exclude[]._ref
    },
    limit,
    diversity
  },
  limit,
  minItems,
  "fallback": fallback._ref,
  excludeSelf,
  dedupe,
  sort,
  utm,
  experiment{key, unit, variants[]{id, weight, "feed": feed._ref}}
`

/** An article as feeds read it, and what its card shows. Placeholders of pictures are left out: feeds look at many. */
export const feedArticleFields = `
  _id,
  _type,
  title,
  "slug": slug.current,
  language,
  kind,
  summary,
  publishedAt,
  nextReviewDue,
  "lastReviewedAt": (reviews[outcome in ["approved", "approved-with-changes"]] | order(at desc))[0].at,
  "topics": topics[]._ref,
  "conditions": [...coalesce(audience.primary[]._ref, []), ...coalesce(audience.alsoFor[]._ref, [])],
  "authors": contributors[role == "author" && defined(person)].person._ref,
  "readingGrade": audience.readingLevelTarget,
  "canonical": seo.canonical,
  leadFigure{
    alt,
    decorative,
    "image": image{
      hotspot,
      crop,
      "asset": asset->{_id, url, mimeType, "width": metadata.dimensions.width, "height": metadata.dimensions.height}
    }
  }
`
