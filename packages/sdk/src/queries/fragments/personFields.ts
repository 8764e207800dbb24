import {figureFields} from './figureFields.ts'

/** A person as a byline shows them. */
export const personCardFields = `
  _id,
  _type,
  name,
  "slug": slug.current,
  roles,
  clinicalScope,
  credentials[]{_key, code, name, issuer, validThrough},
  profileUrl,
  orcid
`

/** A person with everything that their own page shows. */
export const personFields = `
  ${personCardFields},
  bio,
  portrait{${figureFields}},
  "affiliations": (affiliations[]->)[defined(_id)]{_id, _type, name, kind, url},
  disclosures[]{_key, text, period, "organization": organization->name}
`

/** Who checked a document, when, for what and how it went; notes among editors stay among them. */
export const reviewFields = `
  _key,
  scope,
  role,
  at,
  outcome,
  nextDue,
  "by": by->{${personCardFields}}
`
