import { swapper } from '../../lab/lesson-variant.ts'
import type { Variant } from '../../lab/types.ts'

/** Puts a variant's words in place of the lesson's, in all texts of these nodes. @returns The nodes. */
export function inVariant(nodes: readonly Node[], variant: Variant | undefined): readonly Node[] {
  if (!variant) return nodes
  const swap = swapper(variant)
  for (const node of nodes) swapTexts(node, swap)
  return nodes
}

function swapTexts(piece: Node, swap: (text: string) => string): void {
  const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT)
  for (let node: Node | null = walker.currentNode; node; node = walker.nextNode())
    if (node.nodeType === Node.TEXT_NODE) node.nodeValue = swap(node.nodeValue ?? '')
}
