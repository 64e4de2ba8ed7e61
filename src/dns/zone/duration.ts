/** RFC 2181 §8: a TTL is 31 bits wide. */
export const MAX_TTL = 2 ** 31 - 1

const SECONDS = new Map([
  ['s', 1],
  ['m', 60],
  ['h', 3600],
  ['d', 86400],
  ['w', 604800],
])

/**
 * Reads seconds, or BIND's units: `90`, `1h30m`, `1W`.
 * @returns Seconds, possibly over any limit, or `undefined` if the word is no duration.
 */
export function parseDuration(word: string): number | undefined {
  if (!startsWithDigit(word)) return undefined
  if (/^\d+$/.test(word)) return Number(word)
  if (!/^(\d+[smhdw])+$/i.test(word)) return undefined
  let sum = 0
  for (const [, digits, unit] of word.matchAll(/(\d+)([smhdw])/gi))
    sum += Number(digits) * SECONDS.get(unit!.toLowerCase())!
  return sum
}

/** Most words that are asked about are no durations, and show it at once. */
function startsWithDigit(word: string): boolean {
  const code = word.charCodeAt(0)
  return code >= 0x30 && code <= 0x39
}
