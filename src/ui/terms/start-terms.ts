import { placeCard } from '../terminal/place-card.ts'
import { CARD_TEXT, fillCard, type TermCard } from './term-card.ts'
import './term-card.css'

/** Milliseconds that a pointer rests on a word before its card comes, and leaves before it goes. */
const REST = 300

/** Words of a lesson that lead to the glossary open a small card in the page. */
export const startTerms = (): void => new TermCards().start()

/**
 * One card for all words of a page. A pointer that rests on a word shows it, and so does the keyboard's
 * focus; a click, a tap or Enter holds it and puts the focus into it. Escape closes it.
 */
class TermCards {
  readonly #card = document.createElement('div')
  #terms: Promise<Readonly<Record<string, TermCard>>> | undefined
  /** The word whose card is shown, or is on its way. */
  #link: HTMLAnchorElement | undefined
  #isHeld = false
  #timer = 0

  start(): void {
    this.#card.className = 'term-card'
    this.#card.popover = 'manual'
    this.#card.role = 'dialog'
    this.#card.tabIndex = -1
    document.body.append(this.#card)
    document.addEventListener('pointerover', (event) => this.#onPointer(event))
    document.addEventListener('focusin', ({ target }) => this.#onFocus(target))
    document.addEventListener('click', (event) => this.#onClick(event))
    document.addEventListener('pointerdown', ({ target }) => {
      if (!this.#card.contains(target as Node) && !linkOf(target)) this.#hide()
    })
    document.addEventListener('keydown', (event) => this.#onKey(event), { capture: true })
    document.addEventListener('scroll', ({ target }) => target !== this.#card && this.#hide(), {
      capture: true,
    })
    addEventListener('resize', () => this.#hide())
  }

  #onPointer({ target, pointerType }: PointerEvent): void {
    if (pointerType === 'touch' || this.#isHeld) return
    const link = linkOf(target)
    const isOnCard = this.#card.contains(target as Node)
    clearTimeout(this.#timer)
    if (link && link !== this.#link) this.#timer = setTimeout(() => void this.#show(link), REST)
    else if (!link && !isOnCard && this.#link && this.#link !== document.activeElement)
      this.#timer = setTimeout(() => this.#hide(), REST)
  }

  #onFocus(target: EventTarget | null): void {
    const link = linkOf(target)
    if (link?.matches(':focus-visible')) void this.#show(link)
    else if (!this.#card.contains(target as Node)) this.#hide()
  }

  #onClick(event: MouseEvent): void {
    const link = linkOf(event.target)
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) return
    event.preventDefault()
    if (this.#isHeld && link === this.#link) return this.#hide()
    void this.#show(link).then(
      (isShown) => {
        if (!isShown) return
        this.#isHeld = true
        this.#card.focus({ preventScroll: true })
      },
      () => location.assign(link.href),
    )
  }

  #onKey(event: KeyboardEvent): void {
    if (event.key !== 'Escape' || !this.#link) return
    event.stopPropagation()
    const link = this.#link
    if (this.#card.contains(document.activeElement)) link.focus({ preventScroll: true })
    this.#hide()
  }

  /** @returns Whether it is shown now: a later word may have been faster. Rejects where none can be had. */
  async #show(link: HTMLAnchorElement): Promise<boolean> {
    clearTimeout(this.#timer)
    if (this.#link !== link) this.#hide()
    this.#link = link
    const card = (await this.#fetched(link))[link.hash.slice(1)]
    if (!card) throw new Error(`terms.json has nothing of ${link.hash}.`)
    if (this.#link !== link || !link.isConnected) return false
    fillCard(this.#card, card, link)
    this.#card.showPopover()
    const window = { width: innerWidth, height: innerHeight }
    const word = link.getClientRects()[0] ?? link.getBoundingClientRect()
    const { left, top } = placeCard(word, this.#card.getBoundingClientRect(), window)
    this.#card.style.left = `${left}px`
    this.#card.style.top = `${top}px`
    link.setAttribute('aria-describedby', CARD_TEXT)
    return true
  }

  #hide(): void {
    clearTimeout(this.#timer)
    this.#link?.removeAttribute('aria-describedby')
    this.#link = undefined
    this.#isHeld = false
    this.#card.hidePopover()
  }

  #fetched(link: HTMLAnchorElement): Promise<Readonly<Record<string, TermCard>>> {
    this.#terms ??= fetch(new URL('terms.json', link.href)).then((answer) => {
      if (!answer.ok) throw new Error(`terms.json: ${answer.status}`)
      return answer.json() as Promise<Readonly<Record<string, TermCard>>>
    })
    this.#terms.catch(() => (this.#terms = undefined))
    return this.#terms
  }
}

/** The word that an event is about. */
const linkOf = (target: EventTarget | null): HTMLAnchorElement | null =>
  target instanceof Element
    ? target.closest<HTMLAnchorElement>(':is(.prose, .goals, .ladder) a[href*="glossary/#"]')
    : null
