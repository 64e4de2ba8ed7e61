import { tokensOf, type Token } from '../tokens.ts'
import { valueOf, type Field } from '../fields.ts'
import { remembered } from '../parsed.ts'

/** Message IDs without quotes and brackets, so that two ways to write one are the same (RFC 5256 §3). */
export function messageIds(text: string): string[] {
  const ids: string[] = []
  let inside: Token[] | undefined
  for (const token of tokensOf(text)) {
    if (token.kind === 'comment') continue
    if (isSpecial(token, '<')) inside = []
    else if (!isSpecial(token, '>')) inside?.push(token)
    else if (inside) {
      const id = normalized(inside)
      if (id !== undefined) ids.push(id)
      inside = undefined
    }
  }
  return ids
}

const isSpecial = ({ kind, text }: Token, character: string): boolean =>
  kind === 'special' && text === character

/** `left@right`; `undefined` if one of them is missing. */
function normalized(tokens: readonly Token[]): string | undefined {
  const at = tokens.findLastIndex((token) => isSpecial(token, '@'))
  if (at < 1 || at === tokens.length - 1) return undefined
  return tokens.map(({ kind, text }) => (kind === 'literal' ? `[${text}]` : text)).join('')
}

interface Ids {
  readonly own: string | undefined
  readonly ancestors: readonly string[]
}

/** The IDs of a message, read once. */
export const idsOf: (bytes: Uint8Array) => Ids = remembered(({ root: { header } }) => ({
  own: idOf(header.fields),
  ancestors: referencesOf(header.fields),
}))

/** The ID of a message, if it has a valid one. */
export const idOf = (fields: readonly Field[]): string | undefined =>
  messageIds(valueOf(fields, 'message-id') ?? '')[0]

/**
 * The ancestors that a message names, the oldest first: those of `References`, or else the first of
 * `In-Reply-To`.
 */
export function referencesOf(fields: readonly Field[]): readonly string[] {
  const references = messageIds(valueOf(fields, 'references') ?? '')
  if (references.length > 0) return references
  return messageIds(valueOf(fields, 'in-reply-to') ?? '').slice(0, 1)
}
