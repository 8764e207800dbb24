/** Readers of the short articles about exercise, and those who need advice of their own. */
export const shortArticleAudience = {
  primary: ['back-pain-chronic', 'back-pain-subacute'],
  notFor: ['osteoporosis', 'vertebral-fracture', 'post-lumbar-fusion', 'post-discectomy'],
} as const

/** What readers should know before a stretch that rounds the lower back a little. */
export const bendingCaution = 'Ask first if you have thin bones or had back surgery in the last weeks.'
