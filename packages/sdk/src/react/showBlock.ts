import {createElement, Fragment, type ComponentType, type ReactNode} from 'react'
import type {BodyBlock} from '../html/bodyBlocks.ts'
import type {BlockComponents, BlockProps} from './articleComponents.ts'

/** A block within the component that was given for its type. */
export function showBlock(
  block: BodyBlock | undefined,
  blocks: BlockComponents,
  children: readonly ReactNode[],
): ReactNode {
  switch (block?._type) {
    case 'exerciseCard':
      return frame(blocks.exerciseCard, block, children)
    case 'exerciseList':
      return frame(blocks.exerciseList, block, children)
    case 'warning':
      return frame(blocks.warning, block, children)
    case 'figure':
      return frame(blocks.figure, block, children)
    case 'tableBlock':
      return frame(blocks.tableBlock, block, children)
    case 'pullStat':
      return frame(blocks.pullStat, block, children)
    case 'faqList':
      return frame(blocks.faqList, block, children)
    case 'disclaimerRef':
      return frame(blocks.disclaimerRef, block, children)
    case 'block':
    case 'carePathwayRef':
    case undefined:
    default:
      return createElement(Fragment, null, ...children)
  }
}

function frame<Block extends BodyBlock>(
  component: ComponentType<BlockProps<Block>> | undefined,
  block: Block,
  children: readonly ReactNode[],
): ReactNode {
  return component
    ? createElement(component, {block}, ...children)
    : createElement(Fragment, null, ...children)
}
