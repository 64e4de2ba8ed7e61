import { latin1, utf8 } from '../../../core/bytes.ts'

/** The octets of a message as it is sent: each line ends with CRLF. */
export const octetsOf = (text: string): Uint8Array => utf8(text.replace(/\r?\n/g, '\r\n'))

/** The same of a text in which each character is an octet. */
export const octetsAsThey = (text: string): Uint8Array => latin1(text)
