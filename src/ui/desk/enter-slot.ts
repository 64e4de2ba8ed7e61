/** Where a slot is entered, best first: the step's text, the line or the zone, else its first stop. */
const entries = [
  'h2[tabindex]',
  '.layer:not([inert]) .native-edit-context',
  '.layer:not([inert]) textarea:not([aria-hidden])',
  'button, summary, [tabindex="0"]',
]

/** Moves the focus into a slot of the desk. */
export function enterSlot(slot: HTMLElement): void {
  for (const entry of entries)
    for (const stop of slot.querySelectorAll<HTMLElement>(entry)) {
      stop.focus()
      if (document.activeElement === stop) return
    }
}
