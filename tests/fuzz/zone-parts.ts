import fc from 'fast-check'

/** Parts that a zone is made of, thrown together. */
const part = fc.constantFrom(
  ...['$TTL 1h\n', '$ORIGIN a\n', '$GENERATE 1-3 h$ A 192.0.2.$\n', '$INCLUDE x\n', '$', '@', '.'],
  ...['www', 'mail.example.com', 'a\\.b', '\\065', '\\256', '\\', '*', 'bücher', '-', '1h', '60'],
  ...['IN', 'CH', 'A', 'AAAA', 'MX', 'TXT', 'SOA', 'NS', 'CNAME', 'SRV', 'CAA', 'NSEC', 'TYPE731'],
  ...[
    '192.0.2.1',
    '2001:db8::1',
    '10',
    '65536',
    '\\# 2 abcd',
    '"text"',
    '"',
    '“',
    'v=spf1',
    'x=;y',
  ],
  ...[
    ' ',
    ' ',
    ' ',
    '\t',
    '\n',
    '\n',
    '\n ',
    '\r\n',
    '\r',
    '(',
    ')',
    ';',
    '; c',
    '\u00a0',
    '\ufeff',
  ],
)
/** Texts that may be zones. */
export const zoneTextParts = fc.oneof(
  fc.array(part, { maxLength: 60 }).map((parts) => parts.join('')),
  fc.array(part, { maxLength: 40 }).map((parts) => parts.join(' ')),
  fc.string({ maxLength: 80, unit: 'binary' }),
)
