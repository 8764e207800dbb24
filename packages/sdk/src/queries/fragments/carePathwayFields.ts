/** A care pathway as readers see it; the possible cause is for professionals and is left out. */
export const carePathwayFields = `
  _id,
  _type,
  language,
  heading,
  "slug": slug.current,
  urgency,
  signs[]{_key, text, group},
  action{text, contactKind, phone},
  "appliesTo": (appliesTo[]->)[defined(_id)]{_id, _type, label, patientLabel, "slug": slug.current}
`
