/** How many goals and cards of a lesson were met. @param dots A text a step, `1` for each that is met. */
export const metIn = (dots: readonly string[]): number =>
  dots.reduce((sum, step) => sum + [...step].filter((dot) => dot === '1').length, 0)

/** How many there are. */
export const countDots = (dots: readonly string[]): number =>
  dots.reduce((sum, step) => sum + step.length, 0)

/** Whether a lesson was done. */
export const isDone = (dots: readonly string[]): boolean =>
  dots.length > 0 && dots.every((step) => !step.includes('0'))
