import type { ScreenLight } from '../../lab/class/protocol.ts'
import { boxOf, layLight, nameOf, SPOT, THINGS } from './lit-thing.ts'

/** Dims everything but what is pointed at; the arrow keys move the light, too. */
export class Spotlight {
  readonly #hole = document.createElement('div')
  readonly #noted: (lit: ScreenLight | undefined) => void
  #lit: Element | undefined
  #name = ''
  readonly #move = ({ clientX, clientY }: PointerEvent) => this.#lightAt(clientX, clientY)
  readonly #again = () => this.#lit && this.#lightOn(this.#lit)

  /** @param noted Called with what is lit, each time that it is something else. */
  constructor(noted: (lit: ScreenLight | undefined) => void) {
    this.#noted = noted
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
    this.#noted(undefined)
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
    this.#lightOn(thing)
  }

  #lightAt(x: number, y: number): void {
    const thing = document
      .elementsFromPoint(x, y)
      .flatMap((under) => under.closest(`.desk :is(${THINGS})`) ?? [])[0]
    this.#lightOn(thing, new DOMRect(x - SPOT, y - SPOT / 2, 2 * SPOT, SPOT))
  }

  #lightOn(thing: Element | undefined, place = new DOMRect()): void {
    this.#lit = thing
    layLight(this.#hole, thing ? boxOf(thing) : place)
    const lit = thing && nameOf(thing)
    const name = JSON.stringify(lit) ?? ''
    if (name === this.#name) return
    this.#name = name
    this.#noted(lit)
  }
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
