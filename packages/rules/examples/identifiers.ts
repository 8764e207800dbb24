import {parseDoi, parseOrcid} from '@spine-center/rules/identifiers'

export const doi = parseDoi('https://doi.org/10.1177/0269215512453353.')
export const orcid = parseOrcid('0000-0002-1825-0098')
