import { choosePath, chosenPath } from '../../state/chosen-path.ts'

/** A path as the page offers it. */
export interface OfferedPath {
  readonly title: string
  /** In order. */
  readonly slugs: readonly string[]
}

const buttons = () => [...document.querySelectorAll<HTMLElement>('#paths [data-path]')]
const idOf = (button: HTMLElement): string => button.dataset['path'] ?? ''

/** The path that was chosen; undefined for the whole course, and where it is no longer offered. */
export function currentPath(): OfferedPath | undefined {
  const id = chosenPath(() => localStorage)
  const button = id === undefined ? undefined : buttons().find((one) => idOf(one) === id)
  if (!button) return undefined
  return {
    title: button.querySelector('strong')?.textContent ?? '',
    slugs: (button.dataset['lessons'] ?? '').split(' ').filter(Boolean),
  }
}

/** Lets a path be chosen. @param changed Draws the map anew. */
export function offerPaths(changed: () => void): void {
  for (const button of buttons())
    button.addEventListener('click', () => {
      choosePath(idOf(button) || undefined, () => localStorage)
      showChoice()
      changed()
    })
  showChoice()
}

function showChoice(): void {
  const chosen = currentPath() ? chosenPath(() => localStorage) : ''
  for (const button of buttons()) button.ariaPressed = String(idOf(button) === chosen)
}
