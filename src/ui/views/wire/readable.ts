import { decodeBase64 } from '../../../core/base64.ts'
import { fromLatin1, fromUtf8, latin1 } from '../../../core/bytes.ts'

/** The rest of a longer line is left out. */
const MAX_TEXT = 1000

/** UTF-8 where it is, and `\0` or `\x1b` for each control character. */
export const readable = (octets: string): string =>
  escaped(fromUtf8(latin1(octets.slice(0, MAX_TEXT)))) + (octets.length > MAX_TEXT ? ' …' : '')

const escaped = (text: string): string =>
  // eslint-disable-next-line no-control-regex -- they are what is shown
  text.replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, (control) => {
    const code = control.charCodeAt(0)
    return code === 0 ? '\\0' : `\\x${code.toString(16).padStart(2, '0')}`
  })

/** What base64 stands for; undefined where it is none. */
export function unpacked(base64: string): string | undefined {
  const decoded = decodeBase64(base64)
  return decoded.ok && base64 ? readable(fromLatin1(decoded.bytes)) : undefined
}
