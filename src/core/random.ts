/** Randomness as a value: the same seed gives the same numbers, here and on every machine. */
export interface Random {
  /** From 0 up to, not including, 1. */
  next(): number
}

/** Randomness that another can go on with. */
export interface SeededRandom extends Random {
  /** The seed of what comes next. */
  readonly seed: number
}

/** mulberry32: small, quick and even enough for ids, delays and variants; never for secrets. */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0
  return {
    get seed() {
      return state
    },
    next() {
      state = (state + 0x6d2b79f5) >>> 0
      let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
      mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
      return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
    },
  }
}

/** `length` letters and digits. */
export function randomId(random: Random, length: number, alphabet = '0123456789ABCDEF'): string {
  let id = ''
  for (let at = 0; at < length; at++) id += alphabet[Math.floor(random.next() * alphabet.length)]
  return id
}
