import type {CslItem} from './cslItem.ts'

/** The few layouts that reference styles tell apart; the 45 types of CSL fall into them. */
export type ItemShape = 'article' | 'periodical' | 'chapter' | 'web' | 'book'

/** Journals print volume and pages; magazines and newspapers a full date; parts of books name the book. */
export function shapeOf(item: CslItem): ItemShape {
  switch (item.type) {
    case 'article-journal':
    case 'review':
    case 'review-book':
      return 'article'
    case 'article-magazine':
    case 'article-newspaper':
      return item.volume ? 'article' : 'periodical'
    case 'chapter':
    case 'paper-conference':
    case 'entry':
    case 'entry-dictionary':
    case 'entry-encyclopedia':
      return item['container-title'] ? 'chapter' : 'book'
    case 'webpage':
    case 'post':
    case 'post-weblog':
      return 'web'
    default:
      return item['container-title'] && item.volume ? 'article' : 'book'
  }
}
