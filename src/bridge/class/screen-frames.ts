import type { ScreenPosition } from '../../lab/class/protocol.ts'
import { screenMessage, type Screen } from '../../lab/class/screen.ts'

/** What a screen says to pages as JSON: most of them are at the same place, and it is written once for these. */
export class ScreenFrames {
  #screen: Screen | undefined
  readonly #frames = new Map<string, string>()

  frame(screen: Screen, at: ScreenPosition): string {
    if (screen !== this.#screen) {
      this.#screen = screen
      this.#frames.clear()
    }
    const name = `${at.run} ${at.count}`
    const found = this.#frames.get(name) ?? JSON.stringify(screenMessage(screen, at))
    this.#frames.set(name, found)
    return found
  }
}
