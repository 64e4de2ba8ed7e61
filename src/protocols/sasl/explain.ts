import { clip } from '../../core/text/clip.ts'
import { fromStrictUtf8, hex } from '../../core/bytes.ts'

/** Octets as a reader can see them: text where they are text, else hexadecimal. */
export function shown(octets: Uint8Array): string {
  const text = fromStrictUtf8(octets.subarray(0, SHOWN))
  const readable = text !== undefined && !/\p{Cc}/u.test(text)
  const start = readable ? text : hex(octets.subarray(0, SHOWN / 4))
  const cut = octets.length > (readable ? SHOWN : SHOWN / 4) ? '…' : ''
  return `\`${start}${cut}\``
}

const SHOWN = 80

/** Control characters as U+FFFD. */
export const shownText = (text: string): string =>
  `\`${clip(text, SHOWN).replace(/\p{Cc}/gu, '\ufffd')}\``
