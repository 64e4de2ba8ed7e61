/** A token (RFC 2045 §5.1): what needs no quotes. */
export const TOKEN = /^[A-Za-z0-9!#$%&'*+.^_`{|}~-]+$/

/** A quoted string. What a stranger wrote cannot end it. */
export function quote(text: string): string {
  const printable = [...text]
    .filter((character) => character >= ' ' && character !== '\x7f')
    .join('')
  return `"${printable.replace(/["\\]/g, '\\$&')}"`
}

/** A token as it is, anything else quoted. */
export const writeValue = (text: string): string => (TOKEN.test(text) ? text : quote(text))
