/** A sink reads as RFC 5321 says; what careless servers take is left out, and never asked for. */
export const readLenientPath = strictly
export const readLenientMail = strictly
export const readLenientRcpt = strictly

function strictly(): never {
  throw new Error('A sink has no lenient readings.')
}
