/** Where an arrow key leads in a list: `Home` and `End` too. Undefined: it is no such key. */
const steps: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowUp: (at) => at - 1,
  ArrowDown: (at) => at + 1,
  Home: () => 0,
  End: (_, count) => count - 1,
}

/** Moves the focus among the rows of a list, of which one is a stop of the Tab key. */
export function moveAmongRows(event: KeyboardEvent & { currentTarget: HTMLElement }): void {
  const step = steps[event.key]
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const at = rows.findIndex((row) => row === document.activeElement)
  if (!step || at < 0) return
  event.preventDefault()
  rows[Math.max(0, Math.min(step(at, rows.length), rows.length - 1))]?.focus()
}
