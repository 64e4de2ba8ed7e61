import { asCharacters } from '../core/bytes.ts'
import type { Span } from '../core/span.ts'
import { decodeWords } from './encoded-words.ts'

/** One header field (RFC 5322 §2.2). Spans count octets of the message. */
export interface HeaderField {
  /** As written. */
  readonly name: string
  readonly lower: string
  readonly nameSpan: Span
  /** Everything between the colon and the last line end, folds included. */
  readonly valueSpan: Span
  /** The whole field with its line end. */
  readonly span: Span
  /** Unfolded, without white space at its ends; one UTF-16 unit an octet. */
  readonly value: string
}

/** Takes line ends out where white space follows (RFC 5322 §2.2.3), and any others too. */
export const unfold = (raw: string): string => raw.replace(/\r?\n/g, '')

/** The value for people: UTF-8 and encoded words as the characters they stand for. */
export const displayValue = ({ value }: Pick<HeaderField, 'value'>): string =>
  decodeWords(asCharacters(value))

/** Fields of one name, in the order of the message. `name` in any case. */
export function fieldsNamed<F extends Pick<HeaderField, 'lower'>>(
  { fields }: { readonly fields: readonly F[] },
  name: string,
): F[] {
  const lower = name.toLowerCase()
  return fields.filter((field) => field.lower === lower)
}

/** The first field of that name. */
export const fieldNamed = <F extends Pick<HeaderField, 'lower'>>(
  message: { readonly fields: readonly F[] },
  name: string,
): F | undefined => fieldsNamed(message, name)[0]
