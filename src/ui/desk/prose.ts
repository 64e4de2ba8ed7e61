import { swapper } from '../../lab/lesson-variant.ts'
import type { Variant } from '../../lab/types.ts'

/** `step`: what is read first; `after`: what is read after a try. */
export type ProsePart = 'step' | 'after' | 'debrief' | 'notes'

/** The prose of a lesson. It stands in the page as HTML, and is shown piece by piece from there. */
export class Prose {
  readonly #pieces: ReadonlyMap<string, Element>

  constructor(page: ParentNode) {
    const found = [...page.querySelectorAll<HTMLElement>('[data-prose]')]
    this.#pieces = new Map(
      found.map((one) => [one.dataset['prose']!, one.cloneNode(true) as Element]),
    )
  }

  has(part: ProsePart, step = ''): boolean {
    return (this.#pieces.get(nameOf(part, step))?.childElementCount ?? 0) > 0
  }

  /** A copy of a piece, with a variant's words in place of the lesson's. */
  copyOf(part: ProsePart, step = '', variant?: Variant): Node[] {
    const piece = this.#pieces.get(nameOf(part, step))?.cloneNode(true)
    if (!piece) return []
    if (variant) swapTexts(piece, swapper(variant))
    return [...piece.childNodes]
  }
}

const nameOf = (part: ProsePart, step: string): string => (step ? `${part} ${step}` : part)

function swapTexts(piece: Node, swap: (text: string) => string): void {
  const walker = document.createTreeWalker(piece, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    node.nodeValue = swap(node.nodeValue ?? '')
}
