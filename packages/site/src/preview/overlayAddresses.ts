/** Where an editor's pages find the overlays. */
export const OVERLAYS = {script: '/preview/overlays.js', style: '/preview/overlays.css'} as const
