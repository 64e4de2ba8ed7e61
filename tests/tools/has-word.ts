/** Of protocols, formats and keyboards: the same in every language. What begins like another comes after it. */
const PROTOCOL = [
  ...[
    'SPF',
    'DKIM',
    'DMARC',
    'SMTP',
    'DNS',
    'EHLO',
    'HELO',
    'RFC',
    'MAIL FROM',
    'RCPT TO',
    'UIDL',
    'From',
    'Junk',
  ],
  ...[
    'CRLF',
    'LF',
    '_dmarc',
    'C',
    'S',
    'Esc',
    'Escape',
    'Tab',
    'Shift',
    'Control',
    'Meta',
    'Alt',
    'N',
    'R',
  ],
  ...['<!doctype html>', 'HELO World', 'Helo World', 'Authentication-Results'],
  // A zone, and lines for a shell.
  ...['\\$TTL[^]*', 'openssl [^]*', 'nc [^]*'],
]

const protocol = new RegExp(`(?<!\\p{L})(?:${PROTOCOL.toReversed().join('|')})(?!\\p{L})`, 'gu')

/** Whether a text has more than protocol, numbers and signs in it. */
export const hasWord = (text: string): boolean => /\p{L}/u.test(text.replace(protocol, ''))
