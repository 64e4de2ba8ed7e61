/** Shorter names would gain nothing. */
const MIN_LENGTH = 4

const privateName = /(?<![\w$])_[A-Za-z][\w$]*/g

/**
 * Gives short names to private members (`_bufferService` ▶ `$a`), which a minifier must leave as
 * they are: everywhere in the text, the most used first, never one that the text already holds.
 * @param code A bundle whose names with an underscore no code outside of it uses.
 */
export function shortenPrivateNames(code: string): string {
  const taken = new Set(code.match(/\$[\w$]*/g))
  const short = new Map<string, string>()
  let next = 0
  for (const name of byUse(code)) {
    if (name.length < MIN_LENGTH) continue
    let candidate: string
    do candidate = `$${(next++).toString(36)}`
    while (taken.has(candidate))
    short.set(name, candidate)
  }
  return code.replace(privateName, (name) => short.get(name) ?? name)
}

function byUse(code: string): string[] {
  const uses = new Map<string, number>()
  for (const [name] of code.matchAll(privateName)) uses.set(name, (uses.get(name) ?? 0) + 1)
  return [...uses].sort(([, a], [, b]) => b - a).map(([name]) => name)
}
