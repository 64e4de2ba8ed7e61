/** What the container begins with in which Outlook saves a message (`.msg`), and older Office programs all else. */
const CONTAINER = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]

export const isOutlookFile = (bytes: Uint8Array): boolean =>
  CONTAINER.every((octet, at) => bytes[at] === octet)
