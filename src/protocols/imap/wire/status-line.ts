import type { StatusResponse } from '../personalities/personality.ts'
import { octetsOf } from '../server/output.ts'

/** `a1 NO [TRYCREATE] …`. The tag is `*` where the client's could not be read. */
export function statusLine(tag: string, { status, code, text }: StatusResponse): string {
  // Texts are ASCII (RFC 9051 §9, `TEXT-CHAR`); a mailbox name may have other characters.
  const words = /[^ -~]/.test(text) ? text.replace(/[\r\n]+/g, ' ').replace(/[^ -~]/gu, '?') : text
  // A client would read a text that begins with `[` as a code.
  const safe = code === undefined && words.startsWith('[') ? `.${words}` : words
  return `${tag} ${status} ${code === undefined ? '' : `[${octetsOf(code)}] `}${safe}\r\n`
}
