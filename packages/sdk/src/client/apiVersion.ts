/** The version of Sanity's API that every query is pinned to: the first with the `published` default and release perspectives. */
export const API_VERSION = '2025-02-19'
