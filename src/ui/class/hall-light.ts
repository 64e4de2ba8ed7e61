import type { ScreenLight } from '../../lab/class/protocol.ts'
import { boxOf, layLight, thingNamed } from '../present/lit-thing.ts'

/** Lights what the presenter lights, as long as it is found here. @returns A function that ends it. */
export function lightUp(lit: ScreenLight): () => void {
  const hole = document.createElement('div')
  hole.className = 'spotlight'
  let thing: Element | undefined
  const lay = () => {
    const found = thingNamed(lit)
    if (found && found !== thing) found.scrollIntoView({ block: 'nearest' })
    thing = found
    if (found) {
      layLight(hole, boxOf(found))
      if (!hole.isConnected) document.body.append(hole)
    } else hole.remove()
  }
  lay()
  // What it is on may come later, and moves as more is written.
  const watcher = new MutationObserver(lay)
  const desk = document.querySelector('#desk')
  if (desk) watcher.observe(desk, { childList: true, subtree: true, characterData: true })
  addEventListener('scroll', lay, { capture: true })
  addEventListener('resize', lay)
  return () => {
    watcher.disconnect()
    removeEventListener('scroll', lay, { capture: true })
    removeEventListener('resize', lay)
    hole.remove()
  }
}

/** Takes the desk out of reach, and gives back the focus that was in it. @returns A function that ends it. */
export function restDesk(): () => void {
  const desk = document.querySelector<HTMLElement>('#desk')
  const focused = document.activeElement
  if (!desk) return () => undefined
  desk.inert = true
  return () => {
    desk.inert = false
    if (focused instanceof HTMLElement && desk.contains(focused)) focused.focus()
  }
}
