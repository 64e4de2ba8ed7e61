import { readTexts, type ReadTexts } from '../compose/read-texts.ts'
import type { LinkedText } from '../link/link.ts'
import type { Question } from './question.ts'

/** Records that somebody has, as choices to go on from. */
export const readRecords: Question<
  { readonly texts: readonly LinkedText[]; readonly domain: string },
  ReadTexts
> = {
  answer: ({ texts, domain }) => readTexts(texts, domain),
}
