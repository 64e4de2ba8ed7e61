/** A text that was cut: its node keeps the beginning, and what was put behind it is here. */
interface Cut {
  readonly begins: string
  readonly added: ChildNode[]
}

/** What a word may not stand in: code is typed, a link leads somewhere else, the rest is read aloud alone. */
const LEFT_ALONE = 'code, a, .unseen'

/**
 * Makes words of sentences links. A sentence stays that of who drew it: its text node is cut and not replaced, and
 * when another text is put into it, what stood behind goes.
 */
export class TermWords {
  readonly #hrefOf: (id: string) => string
  readonly #cuts = new Map<Text, Cut>()

  constructor(hrefOf: (id: string) => string) {
    this.#hrefOf = hrefOf
  }

  /** Takes out what belongs to a text that is another one now, or gone. */
  tidy(): void {
    for (const [text, { begins, added }] of this.#cuts) {
      if (text.isConnected && text.data === begins) continue
      for (const node of added) node.remove()
      this.#cuts.delete(text)
    }
  }

  /** Links the first use of each word that is not linked yet. */
  mark(sentences: readonly Element[], words: readonly (readonly [string, string])[]): void {
    for (const [word, id] of words) {
      const href = this.#hrefOf(id)
      const links = sentences.flatMap((one) => [...one.querySelectorAll('a')])
      if (links.some((link) => link.href === href)) continue
      this.#linkFirst(sentences, word, href)
    }
  }

  #linkFirst(sentences: readonly Element[], word: string, href: string): void {
    const escaped = word.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    const alone = new RegExp(String.raw`(?<![\p{L}\p{N}_.-])${escaped}(?![\p{L}\p{N}_-])`, 'u')
    for (const sentence of sentences)
      for (const text of textsIn(sentence)) {
        const at = text.data.search(alone)
        if (at >= 0) return this.#link(text, at, word.length, href)
      }
  }

  #link(text: Text, at: number, length: number, href: string): void {
    const link = document.createElement('a')
    link.href = href
    link.textContent = text.data.slice(at, at + length)
    const rest = document.createTextNode(text.data.slice(at + length))
    text.data = text.data.slice(0, at)
    text.after(link, rest)
    const owner = this.#ownerOf(text)
    const { added } = this.#cuts.get(owner) ?? { added: [] }
    this.#cuts.set(owner, { begins: owner.data, added: [...added, link, rest] })
  }

  /** Of a piece that was cut before, the node that it came from. */
  #ownerOf(text: Text): Text {
    for (const [owner, { added }] of this.#cuts) if (added.includes(text)) return owner
    return text
  }
}

function textsIn(sentence: Element): Text[] {
  const walker = document.createTreeWalker(sentence, NodeFilter.SHOW_TEXT, {
    acceptNode: (node) =>
      node.parentElement?.closest(LEFT_ALONE) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  })
  const found: Text[] = []
  while (walker.nextNode()) found.push(walker.currentNode as Text)
  return found
}
