/**
 * What is in the brackets of `BODY[…]` (RFC 9051 §6.4.5): a part by its numbers, and which text
 * of it. `BODY[]` has no part and the text `all`; `BODY[1.2]` has the part `[1, 2]` and `all`.
 */
export interface Section {
  /** Empty for the message itself. */
  readonly part: readonly number[]
  readonly text: SectionText
}

export type SectionText =
  | { readonly kind: 'all' }
  | { readonly kind: 'header' }
  | { readonly kind: 'text' }
  /** The MIME header of a part; never without part numbers. */
  | { readonly kind: 'mime' }
  /** `HEADER.FIELDS (...)` and `HEADER.FIELDS.NOT (…)`; names as the client wrote them. */
  | { readonly kind: 'fields' | 'fields-not'; readonly names: readonly string[] }

/** `<p.q>`: octets from `start`, at most `length`. */
export interface PartialRange {
  readonly start: number
  readonly length: number
}

const words = {
  all: '',
  header: 'HEADER',
  text: 'TEXT',
  mime: 'MIME',
  fields: 'HEADER.FIELDS',
  'fields-not': 'HEADER.FIELDS.NOT',
} as const satisfies Record<SectionText['kind'], string>

/** The section as a reply repeats it, without brackets: `4.2.HEADER.FIELDS (From Date)`. */
export function printSection({ part, text }: Section): string {
  const path = [...part, ...(text.kind === 'all' ? [] : [words[text.kind]])].join('.')
  if (text.kind !== 'fields' && text.kind !== 'fields-not') return path
  return `${path} (${text.names.map(printFieldName).join(' ')})`
}

/** A field name is an `astring`: an atom where it can be, quoted where it must be. */
const printFieldName = (name: string): string =>
  /^[!#$&'+-[\]-z|}~]+$/.test(name) ? name : `"${name.replace(/["\\]/g, '\\$&')}"`
