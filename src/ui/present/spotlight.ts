/** What a light can lie on: the smallest of these that holds the place. */
const THINGS = [
  ...['.xterm-rows > div', '.view-line', 'li', 'tr', 'dt', 'dd', 'pre', 'p', 'h2', 'h3'],
  ...['blockquote', 'figure', 'summary', '[data-card]', '[role="row"]'],
  ...['textarea', 'svg', 'button', 'label'],
].join()

/** Room around what is lit, in pixels. */
const AROUND = 10
/** A lit place where there is no thing, in pixels. */
const SPOT = 150

/** Dims everything but what is pointed at; the arrow keys move the light, too. */
export class Spotlight {
  readonly #hole = document.createElement('div')
  #lit: Element | undefined
  readonly #move = ({ clientX, clientY }: PointerEvent) => this.#lightAt(clientX, clientY)
  readonly #again = () => this.#lit && this.#lay(boxOf(this.#lit))

  constructor() {
    this.#hole.className = 'spotlight'
    document.body.append(this.#hole)
    addEventListener('pointermove', this.#move)
    addEventListener('pointerdown', this.#move)
    addEventListener('scroll', this.#again, { capture: true })
    addEventListener('resize', this.#again)
    this.step(0)
  }

  end(): void {
    removeEventListener('pointermove', this.#move)
    removeEventListener('pointerdown', this.#move)
    removeEventListener('scroll', this.#again, { capture: true })
    removeEventListener('resize', this.#again)
    this.#hole.remove()
  }

  /** Moves the light by so many things; to the first, or in a terminal the last, where there was none. */
  step(by: number): void {
    const things = thingsSeen()
    const isTerminal = things[0]?.matches('.xterm-rows > div') ?? false
    const at = this.#lit ? things.indexOf(this.#lit) : -1
    const next = at < 0 ? (isTerminal ? things.length - 1 : 0) : at + by
    const thing = things[Math.max(0, Math.min(things.length - 1, next))]
    if (!thing) return
    thing.scrollIntoView({ block: 'nearest' })
    this.#lit = thing
    this.#lay(boxOf(thing))
  }

  #lightAt(x: number, y: number): void {
    const thing = document
      .elementsFromPoint(x, y)
      .flatMap((under) => under.closest(`.desk :is(${THINGS})`) ?? [])[0]
    this.#lit = thing
    this.#lay(thing ? boxOf(thing) : new DOMRect(x - SPOT, y - SPOT / 2, 2 * SPOT, SPOT))
  }

  #lay({ x, y, width, height }: DOMRect): void {
    Object.assign(this.#hole.style, {
      left: `${x - AROUND}px`,
      top: `${y - AROUND / 2}px`,
      width: `${width + 2 * AROUND}px`,
      height: `${height + AROUND}px`,
    })
  }
}

/** What is written in a row of a terminal, not the row; else the thing itself. */
function boxOf(thing: Element): DOMRect {
  const range = document.createRange()
  range.selectNodeContents(thing)
  const inner = range.getBoundingClientRect()
  const own = thing.getBoundingClientRect()
  return thing.matches('.xterm-rows > div') && inner.width > 0
    ? new DOMRect(own.x, own.y, Math.max(inner.width, SPOT), own.height)
    : own
}

/** The things of the slot that is seen, from the top; the outer of two that lie in each other is left out. */
function thingsSeen(): Element[] {
  const slots = [...document.querySelectorAll('.desk > [data-slot]')]
  const seen = slots.find((slot) => getComputedStyle(slot).visibility === 'visible')
  const all = [...(seen?.querySelectorAll(`:is(.body, .panel-body) :is(${THINGS})`) ?? [])]
  const shown = all.filter(
    (one) => one.checkVisibility({ visibilityProperty: true }) && one.textContent.trim() !== '',
  )
  const rows = shown.filter((one) => one.matches('.xterm-rows > div'))
  return rows.length > 0 ? rows : shown.filter((one) => !one.querySelector(THINGS))
}
