/** One colour family for all pictures; ink on paper has a contrast of more than 9 to 1. */
export const palette = {
  ink: '#10454d',
  paper: '#f3fafa',
  shirt: '#3a9aa5',
  trousers: '#1f6b76',
  skin: '#d9edee',
  hair: '#10454d',
  farShirt: '#8fc6cc',
  farTrousers: '#7fb3b9',
  prop: '#c3dfe2',
  propDark: '#94c3c8',
  water: '#a9d8df',
} as const
