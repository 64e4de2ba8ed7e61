/** The widths that a terminal begins with, until those of the shell are registered. */
export class UnicodeV6 {
  readonly version = '6'

  wcwidth(): 1 {
    return 1
  }

  charProperties(): number {
    return 1 << 1
  }
}
