import { editDistance } from '../../core/text/edit-distance.ts'

/** How many characters may be wrong in a verb that is still recognized. */
const NEAR = 2

/** Characters of a word that are compared; longer words are no mistyped verbs. */
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
