/** Where a slot is entered, best first: the step's text, the line or the zone, else its first stop. */
const entries = [
  'h2[tabindex]',
  '.layer:not([inert]) .native-edit-context',
  '.layer:not([inert]) textarea:not([aria-hidden])',
  'button,summary,[tabindex="0"]',
]

/** Moves the focus into a slot of the desk. */
export function enterSlot(slot: HTMLElement): void {
  for (const entry of entries)
    for (const stop of slot.querySelectorAll<HTMLElement>(entry)) {
      stop.focus()
      if (document.activeElement === stop) return
    }
}

/**
 * What is typed while the focus is nowhere, or at the step's heading, goes to the terminal: the key
 * that is going down too.
 */
export function typeAhead({ key, altKey, ctrlKey, metaKey }: KeyboardEvent): void {
  const at = document.activeElement
  if (key.length !== 1 || key === ' ' || altKey || ctrlKey || metaKey) return
  if (at === document.body || at?.matches('h2[tabindex]'))
    document.querySelector<HTMLElement>('.layer:not([inert]) .xterm-helper-textarea')?.focus()
}
