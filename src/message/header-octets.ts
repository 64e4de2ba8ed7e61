const LF = 10
const CR = 13

/**
 * The octets of a message up to the empty line that ends its header (RFC 5322 §2.1), with their last
 * line end: nearly all of a message is its body, and need not be read to know its fields.
 */
export function headerOctets(message: Uint8Array): Uint8Array {
  if (isEmptyLine(message, 0)) return message.subarray(0, 0)
  for (let at = message.indexOf(LF); at >= 0; at = message.indexOf(LF, at + 1))
    if (isEmptyLine(message, at + 1)) return message.subarray(0, at + 1)
  return message
}

/** The same with the empty line behind it; the whole message if none stands there. */
export function headerWithEnd(message: Uint8Array): Uint8Array {
  const { length } = headerOctets(message)
  return isEmptyLine(message, length)
    ? message.subarray(0, length + (message[length] === LF ? 1 : 2))
    : message
}

const isEmptyLine = (message: Uint8Array, at: number): boolean =>
  message[at] === LF || (message[at] === CR && message[at + 1] === LF)
