/** Octets that are unpacked at most: reports are far smaller, bombs far larger. A limit of ours. */
export const MAX_UNPACKED = 64 * 1024 * 1024

/**
 * How many times its packed octets a file may grow to once it is large: reports grow to some 250 times
 * at most, where all their rows are alike, and what is made to fill a disk to 1000. A limit of ours.
 */
export const MAX_GROWTH = 400

/** Octets up to which any growth is taken. */
export const FREE_GROWTH = 1024 * 1024

/** Whether so much from so little is no file of any use. */
export const isBomb = (unpacked: number, packed: number): boolean =>
  unpacked > FREE_GROWTH && unpacked > packed * MAX_GROWTH

/** Why a file is given up. @param limit Octets that may come out. */
export const overLimit = (limit: number): string =>
  `more than ${limit.toLocaleString('en')} octets come out of it`

export const GROWTH_REASON = `it grows to more than ${MAX_GROWTH} times its size, as no report does`
