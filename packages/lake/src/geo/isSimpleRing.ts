import type {Ring} from './Geometry.ts'
import {doSegmentsMeet, segmentsOf} from './segments.ts'
import type {Segment} from './segments.ts'

/** True for a ring that is closed, repeats no position and neither touches nor crosses itself. */
export function isSimpleRing(ring: Ring): boolean {
  const first = ring[0]
  const last = ring.at(-1)
  if (ring.length < 4 || !first || !last || first[0] !== last[0] || first[1] !== last[1]) return false
  const pieces = segmentsOf(ring).map((segment, index) => ({
    segment,
    index,
    left: leftOf(segment),
    right: rightOf(segment),
  }))
  if (pieces.some(({segment: [a, b]}) => a[0] === b[0] && a[1] === b[1])) return false
  pieces.sort((one, other) => one.left - other.left)
  // From left to right, only what still reaches as far can be met.
  let open: typeof pieces = []
  for (const piece of pieces) {
    open = open.filter(({right}) => right >= piece.left)
    for (const other of open) {
      const apart = Math.abs(piece.index - other.index)
      const areNeighbours = apart === 1 || apart === pieces.length - 1
      if (
        areNeighbours ? doOverlap(piece.segment, other.segment) : doSegmentsMeet(piece.segment, other.segment)
      )
        return false
    }
    open.push(piece)
  }
  return true
}

function leftOf([a, b]: Segment): number {
  return Math.min(a[0], b[0])
}

function rightOf([a, b]: Segment): number {
  return Math.max(a[0], b[0])
}

// Neighbours share one position; if they share more, one runs back along the other.
function doOverlap([a, b]: Segment, [c, d]: Segment): boolean {
  const [before, shared, after] = b[0] === c[0] && b[1] === c[1] ? [a, b, d] : [c, a, b]
  const [x1, y1] = [before[0] - shared[0], before[1] - shared[1]]
  const [x2, y2] = [after[0] - shared[0], after[1] - shared[1]]
  return x1 * y2 - y1 * x2 === 0 && x1 * x2 + y1 * y2 > 0
}
