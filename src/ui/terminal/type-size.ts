const KEY = 'helo-world/terminal-size'

/** Sizes of the terminal's type, in CSS pixels. */
export const TYPE_SIZES = { least: 10, usual: 13, most: 26 } as const

/** The size that was chosen on this device; one beyond the limits is brought within. */
export function readTypeSize(): number {
  try {
    return withinSizes(Number(localStorage.getItem(KEY)) || TYPE_SIZES.usual)
  } catch {
    return TYPE_SIZES.usual
  }
}

/** Keeps the size on this device. */
export function keepTypeSize(size: number): void {
  try {
    localStorage.setItem(KEY, String(size))
  } catch {
    // The choice holds for this page; blocked storage keeps no more.
  }
}

const withinSizes = (size: number): number =>
  Math.min(TYPE_SIZES.most, Math.max(TYPE_SIZES.least, Math.round(size)))
