import { decodeBase64 } from '../../core/base64.ts'

/**
 * Decodes a base64 body (RFC 2045 §6.8): characters outside the alphabet are skipped, an
 * unfinished last group gives the octets it holds. Never fails.
 */
export function decodeMimeBase64(text: string): Uint8Array {
  const characters = text.replace(/=[^]*$/, '').replace(/[^A-Za-z0-9+/]/g, '')
  const whole = characters.length % 4 === 1 ? characters.slice(0, -1) : characters
  const decoded = decodeBase64(whole.padEnd(Math.ceil(whole.length / 4) * 4, '='))
  return decoded.ok ? decoded.bytes : new Uint8Array()
}
