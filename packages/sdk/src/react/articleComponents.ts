import type {ComponentType, ReactNode} from 'react'
import type {BodyBlock} from '../html/bodyBlocks.ts'

/** What every element may carry. */
export interface ElementProps {
  readonly id?: string
  readonly className?: string
  readonly role?: string
  readonly 'aria-label'?: string
  readonly 'aria-labelledby'?: string
  readonly children?: ReactNode
}

/** A link; its address has been checked. */
export interface LinkProps extends ElementProps {
  readonly href: string
}

/** A picture; `alt` is empty when it is decorative, width and height are in pixels. */
export interface ImageProps extends ElementProps {
  readonly src: string
  readonly alt: string
  readonly srcSet?: string
  readonly sizes?: string
  readonly width?: string
  readonly height?: string
  readonly loading?: string
  readonly decoding?: string
}

type PlainElement =
  | 'blockquote'
  | 'figcaption'
  | 'figure'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6'
  | 'li'
  | 'ol'
  | 'p'
  | 'sup'
  | 'table'
  | 'ul'

/** Components that take the place of HTML elements, such as a framework's link for `a`. */
export type ElementComponents = {readonly [Name in PlainElement]?: ComponentType<ElementProps>} & {
  readonly a?: ComponentType<LinkProps>
  readonly img?: ComponentType<ImageProps>
}

type FramedBlock = Exclude<BodyBlock, {readonly _type: 'block' | 'carePathwayRef'}>

/** What a component for a type of block is given: the block, and how it is shown otherwise. */
export interface BlockProps<Block extends BodyBlock = BodyBlock> {
  readonly block: Block
  readonly children?: ReactNode
}

/**
 * Components for types of blocks. Text is styled through elements. Care pathways are not among them: they stay
 * as they are, so that no page hides one behind a click.
 */
export type BlockComponents = {
  readonly [Block in FramedBlock as Block['_type']]?: ComponentType<BlockProps<Block>>
}
