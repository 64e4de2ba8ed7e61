import { asCharacters } from '../../core/bytes.ts'
import { encodedWordsIn } from '../../message/encoded-words.ts'
import { displayValue } from '../../message/field.ts'
import { decodedText, walkParts } from '../../message/mime/decode.ts'
import type { Part } from '../../message/mime/tree.ts'
import type { Message } from '../../message/parse.ts'
import { hiddenInHtml, type HiddenInHtml } from './hidden-in-html.ts'
import { unseenIn } from './unseen-characters.ts'

/** A text of a message that does not show as it is written, or is not meant to be seen. */
export type DisguisedText =
  /** Encoded words of a field, or a text part in base64 or quoted-printable. */
  | { readonly kind: 'encoded'; readonly where: string; readonly as: string; readonly text: string }
  /** Characters without a width, or that turn the direction of writing; each once, with its name. */
  | {
      readonly kind: 'unseen'
      readonly where: string
      readonly text: string
      readonly count: number
    }
  | (HiddenInHtml & { readonly where: string })

/** What is read of each text, and how much is listed: limits of ours. */
const MOST_TEXT = 200_000
const MOST_SHOWN = 600
const MOST_LISTED = 100

/** Every such text, in the order of the message. Never throws. @param tree Its parts. */
export function disguisedTexts(message: Message, tree: Part): DisguisedText[] {
  const found: DisguisedText[] = []
  for (const field of message.fields) {
    const text = displayValue(field)
    const words = encodedWordsIn(asCharacters(field.value))
    const as = [...new Set(words.map(({ charset, encoding }) => `${charset} ${encoding}`))].join(
      ', ',
    )
    if (words.length) found.push({ kind: 'encoded', where: field.name, as, text: cut(text) })
    found.push(...unseen(field.name, text))
  }
  for (const part of walkParts(tree))
    if (part.type.startsWith('text/')) found.push(...inPart(message, part))
  return found.slice(0, MOST_LISTED)
}

function inPart(message: Message, part: Part): DisguisedText[] {
  const where = part.type
  const text = decodedText(message, part).slice(0, MOST_TEXT)
  const isEncoded = part.encoding === 'base64' || part.encoding === 'quoted-printable'
  // A part that is encoded for one character reads as it is.
  const isOther =
    isEncoded && text !== asCharacters(message.text.slice(part.body.from, part.body.to))
  return [
    ...(isOther ? [{ kind: 'encoded', where, as: part.encoding, text: cut(text) } as const] : []),
    ...unseen(where, text),
    ...(part.type === 'text/html' ? hiddenInHtml(text).map((one) => ({ ...one, where })) : []),
  ]
}

const cut = (text: string): string =>
  text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)} …` : text

function unseen(where: string, text: string): DisguisedText[] {
  const { names, count } = unseenIn(text)
  return count ? [{ kind: 'unseen', where, text: names.join(', '), count }] : []
}
