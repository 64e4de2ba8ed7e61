/** How many chips stand side by side. */
const SHOWN = 3

/** The chips that are shown: the fitting ones come first. */
export const shownChips = (chips: readonly string[]): readonly string[] =>
  [...new Set(chips)].slice(0, SHOWN)

/** What a chip puts into the line: all up to its placeholder, `…`. `MAIL FROM:<…>` ▶ `MAIL FROM:<` */
export const lineOfChip = (chip: string): string => chip.split('…', 1)[0]!
