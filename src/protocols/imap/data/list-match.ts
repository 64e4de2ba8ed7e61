/**
 * Tests names against a pattern of LIST (RFC 9051 §6.3.9): `*` matches anything, `%` anything
 * without the hierarchy delimiter. INBOX is compared without regard to case, also as the first level
 * of a longer name (§5.1); every other name as it is.
 * @param delimiter `undefined` in a world without levels; `%` is `*` then.
 * @returns A function whose time grows with pattern × name, whatever they contain.
 */
export function listMatcher(
  pattern: string,
  delimiter: string | undefined,
): (name: string) => boolean {
  const parts = [...pattern.replace(/\*[*%]+|%+\*[*%]*/g, '*').replace(/%+/g, '%')]
  return (name) => matches(parts, [...name], inboxEnd(name, delimiter), delimiter)
}

/** How many characters of the name are those of INBOX. */
function inboxEnd(name: string, delimiter: string | undefined): number {
  const [first = ''] = delimiter ? name.split(delimiter, 1) : [name]
  return first.toUpperCase() === 'INBOX' ? first.length : 0
}

function matches(
  pattern: readonly string[],
  name: readonly string[],
  inbox: number,
  delimiter: string | undefined,
): boolean {
  // Which lengths of the pattern match the characters read so far.
  let reached = throughWildcards(pattern, [0])
  for (const [at, character] of name.entries()) {
    const next: number[] = []
    for (const place of reached) {
      const part = pattern[place]
      if (part === '*' || (part === '%' && character !== delimiter)) next.push(place)
      else if (
        part === character ||
        (at < inbox && part?.toUpperCase() === character.toUpperCase())
      )
        next.push(place + 1)
    }
    reached = throughWildcards(pattern, next)
  }
  return reached.has(pattern.length)
}

/** A wildcard may match nothing. */
function throughWildcards(pattern: readonly string[], places: readonly number[]): Set<number> {
  const all = new Set<number>()
  for (let place of places) {
    all.add(place)
    while (pattern[place] === '*' || pattern[place] === '%') all.add(++place)
  }
  return all
}

/** The reference and the pattern as one: a pattern that begins at the root ignores the reference. */
export const joinReference = (
  reference: string,
  pattern: string,
  delimiter: string | undefined,
): string => (delimiter && pattern.startsWith(delimiter) ? pattern : reference + pattern)
