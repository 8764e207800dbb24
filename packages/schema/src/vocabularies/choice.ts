/** One entry of a closed list: what is stored, and what the editor reads. */
export interface Choice {
  readonly value: string
  readonly title: string
}
