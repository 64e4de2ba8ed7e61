/**
 * A part of a list that changes with the seed; over as many seeds in a row as there are parts, all of it.
 * @param parts Into how many parts the list is divided.
 */
export const sampleOf = <T>(list: readonly T[], parts: number, seed: number): T[] =>
  list.filter((_, at) => at % parts === seed % parts)

/** Today's seed: days since 1970, so that each day looks at another part. */
export const seedOf = (milliseconds: number): number => Math.floor(milliseconds / 86_400_000)
