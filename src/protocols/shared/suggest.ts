/** How many letters may be wrong in a verb that is still recognized. */
const NEAR = 2

/** Letters of a word that are compared; longer words are no mistyped verbs. */
const COMPARED = 8

/** Sentences for words that a learner types out of habit, by the word in upper case. */
export type Suggestions = Readonly<Record<string, string>>

/** What a word was probably meant for: the sentence that a table has for it. */
export function suggestionIn(table: Suggestions, word: string): string | undefined {
  const key = word.toUpperCase()
  return Object.hasOwn(table, key) ? table[key] : undefined
}

/** The verb that a mistyped word comes nearest to; `undefined` where none is near. */
export function nearestVerb(word: string, verbs: readonly string[]): string | undefined {
  const typed = word.toUpperCase().slice(0, COMPARED)
  return verbs
    .map((verb) => ({ verb, distance: editDistance(typed, verb) }))
    .filter(({ distance, verb }) => distance <= NEAR && distance < verb.length - 1)
    .sort((a, b) => a.distance - b.distance)[0]?.verb
}

/** Letters to change, add, leave out or swap with their neighbour. */
function editDistance(a: string, b: string): number {
  const rows = [Array.from({ length: b.length + 1 }, (_, at) => at)]
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1
      const above = rows[i - 1]!
      let least = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + same)
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        least = Math.min(least, rows[i - 2]![j - 2]! + 1)
      row.push(least)
    }
    rows.push(row)
  }
  return rows[a.length]![b.length]!
}
