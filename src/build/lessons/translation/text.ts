import { createHash } from 'node:crypto'

/** A text that a translation has in its own words. */
export interface Text {
  /** Keys down to it in the translation's file; those of a list are its places, from `0`. */
  readonly path: TextPath
  /** In English. Prose of Markdown is HTML. */
  readonly text: string
  /** Whether a translation may leave it as it is: lines of a card are often code. */
  readonly optional?: true
}

export type TextPath = readonly string[]

/** Says what stands in place of a text; called for each, in the order of the file. */
export type Visit = (text: Text) => string

/** How a text is called: `steps.hear.goals.answered`. */
export const nameOf = (path: TextPath): string => path.join('.')

/** What a translation was made of: the same as long as its English says the same, however it is wrapped. */
export function digestOf(text: string): string {
  const bare = text.replace(/<(\w+)[^>]*>/g, '<$1>').replace(/\s+/g, ' ')
  return createHash('sha256').update(bare.trim()).digest('hex').slice(0, DIGITS)
}

/** Enough to see that a text is another one than before. */
const DIGITS = 8

/** All texts that a mapping goes through. */
export function collect(map: (visit: Visit) => unknown): Text[] {
  const texts: Text[] = []
  map((text) => {
    texts.push(text)
    return text.text
  })
  return texts
}
