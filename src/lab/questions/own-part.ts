import { partText, readPart, type PartRead, type TextPart } from '../own-world/part-text.ts'
import type { OwnWorld } from '../own-world/own-world.ts'
import type { Question } from './question.ts'

/** A part of a world as text; and where a text is given, the world with it. */
export const ownPart: Question<
  { readonly own: OwnWorld; readonly part: TextPart; readonly text?: string },
  { readonly text: string } | PartRead
> = {
  answer: ({ own, part, text }) =>
    text === undefined ? { text: partText(own, part) } : readPart(own, part, text),
}
