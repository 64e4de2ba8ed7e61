/**
 * Lines that end in CRLF, as mail has them (RFC 5322 §2.1). A text whose lines all end in a bare LF was
 * stored or pasted so, and gets CRLF; one with any CR is taken as it is.
 */
export const withCrlf = (text: string): string =>
  text.includes('\r') ? text : text.replaceAll('\n', '\r\n')
