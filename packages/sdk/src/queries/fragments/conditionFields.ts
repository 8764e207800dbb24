/** A condition as a label or a filter shows it. */
export const conditionCardFields = `
  _id,
  _type,
  label,
  patientLabel,
  "slug": slug.current,
  kind
`
