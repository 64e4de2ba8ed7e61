/** How many chips stand side by side. */
const SHOWN = 3

/** The chips that are shown: the fitting ones come first. */
export const shownChips = (chips: readonly string[]): readonly string[] =>
  [...new Set(chips)].slice(0, SHOWN)

/** Keys that a finger has no other way to press. */
const keys: Readonly<Record<string, string>> = { 'Ctrl-C': '\x03', 'Ctrl-D': '\x04' }

/** The key that a chip presses at once; undefined of a chip that puts text into the line. */
export const keyOfChip = (chip: string): string | undefined => keys[chip]

/** What a chip puts into the line: all up to its placeholder, `…`. `MAIL FROM:<…>` ▶ `MAIL FROM:<` */
export const lineOfChip = (chip: string): string => chip.split('…', 1)[0]!
