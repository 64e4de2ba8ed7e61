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

  /** A copy of a piece. */
  copyOf(part: ProsePart, step = ''): Node[] {
    return [...(this.#pieces.get(nameOf(part, step))?.cloneNode(true).childNodes ?? [])]
  }
}

const nameOf = (part: ProsePart, step: string): string => (step ? `${part} ${step}` : part)
