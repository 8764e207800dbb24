import type {Person} from '@spine-center/sdk'

type Named = Pick<Person, 'name'> & Partial<Pick<Person, 'credentials'>>

/** A person with their credentials, as a byline shows them: `Kimberly Bergeron, PA-C, MPAS`. */
export function personName({name, credentials}: Named): string {
  const suffix = name.suffix ? [name.suffix] : []
  return [`${name.given} ${name.family}`, ...suffix, ...(credentials ?? []).map(({code}) => code)].join(', ')
}
