import { classLimits, type ScreenLight, type ScreenSlot } from '../../lab/class/protocol.ts'
import './spotlight.css'

/** What a light can lie on: the smallest of these that holds the place. */
export const THINGS = [
  ...['.xterm-rows > div', '.view-line', '.zone-text > .row', 'li', 'tr', 'dt', 'dd', 'pre', 'p'],
  ...['h2', 'h3', 'blockquote', 'figure', 'summary', '[data-card]', '[role="row"]'],
  ...['textarea', 'svg', 'button', 'label'],
].join()

/** Room around what is lit, in pixels. */
const AROUND = 10
/** A lit place where there is no thing, in pixels. */
export const SPOT = 150

/** Lays the light on a place of the screen. */
export function layLight(hole: HTMLElement, { x, y, width, height }: DOMRect): void {
  Object.assign(hole.style, {
    left: `${x - AROUND}px`,
    top: `${y - AROUND / 2}px`,
    width: `${width + 2 * AROUND}px`,
    height: `${height + AROUND}px`,
  })
}

/** What is written in a row of a terminal, not the row; else the thing itself. */
export function boxOf(thing: Element): DOMRect {
  const range = document.createRange()
  range.selectNodeContents(thing)
  const inner = range.getBoundingClientRect()
  const own = thing.getBoundingClientRect()
  return thing.matches('.xterm-rows > div') && inner.width > 0
    ? new DOMRect(own.x, own.y, Math.max(inner.width, SPOT), own.height)
    : own
}

const SLOT = '.desk > [data-slot]'

/** What a thing is found by on another screen; undefined where it says nothing. */
export function nameOf(thing: Element): ScreenLight | undefined {
  const slot = thing.closest<HTMLElement>(SLOT)
  const text = textOf(thing)
  if (!slot || text === '') return undefined
  const alike = thingsOf(slot).filter((one) => textOf(one) === text)
  const behind = alike.length - 1 - alike.indexOf(thing)
  return { slot: slot.dataset['slot'] as ScreenSlot, text, behind: Math.max(0, behind) }
}

/** The thing of this name; where a line is broken elsewhere, the last one that begins alike. */
export function thingNamed({ slot, text, behind }: ScreenLight): Element | undefined {
  const room = document.querySelector(`${SLOT}[data-slot="${slot}"]`)
  const things = room ? thingsOf(room) : []
  const alike = things.filter((one) => textOf(one) === text)
  return alike.at(-1 - behind) ?? alike[0] ?? things.findLast((one) => isBroken(textOf(one), text))
}

const isBroken = (shown: string, text: string): boolean =>
  shown.length > 3 && (text.startsWith(shown) || shown.startsWith(text))

const thingsOf = (slot: Element): Element[] => [...slot.querySelectorAll(THINGS)]

const textOf = ({ textContent }: Element): string =>
  textContent.replace(/\s+/g, ' ').trim().slice(0, classLimits.lit).trim()
