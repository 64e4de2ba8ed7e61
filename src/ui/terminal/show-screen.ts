import type { TerminalFeed } from '../state/terminal-feed.svelte.ts'
import { loadTerminal } from './load.ts'
import type { TerminalOptions, TerminalView } from './terminal.ts'

export interface ScreenOptions extends TerminalOptions {
  /** Called once it is drawn, with what was written so far. */
  opened?(view: TerminalView): void
  /** Called where the terminal's code cannot be fetched. */
  failed(): void
}

/** Draws what a terminal shows into an element, as soon as the code for it has come. @returns A function that ends it. */
export function showScreen(
  element: HTMLElement,
  feed: TerminalFeed,
  options: ScreenOptions,
): () => void {
  let end = () => {}
  let isGone = false
  loadTerminal().then(
    ({ openTerminal }) => {
      if (isGone) return
      const view = openTerminal(element, options)
      const detach = feed.attach(view)
      end = () => {
        detach()
        view.dispose()
      }
      options.opened?.(view)
    },
    () => options.failed(),
  )
  return () => {
    isGone = true
    end()
  }
}
