import type { Section } from '../../core/section.ts'

/** Something that a server says it can do, with what that is good for. */
export interface CapabilityFacts {
  readonly about: string
  readonly source: Section
}

export const capability = (about: string, rfc: number, section?: string): CapabilityFacts => ({
  about,
  source: { rfc, ...(section && { section }) },
})

/** What the answer to EHLO lists. Keywords that are verbs have the facts of their command. */
export const ehloKeywords: Readonly<Record<string, CapabilityFacts>> = {
  PIPELINING: capability(
    'Several commands may be sent without waiting for each reply',
    2920,
    '3.1',
  ),
  SIZE: capability(
    'The largest message in octets; `MAIL FROM:<…> SIZE=…` announces one',
    1870,
    '4',
  ),
  '8BITMIME': capability('The body may have octets beyond ASCII', 6152, '2'),
  BINARYMIME: capability(
    'The body may have any octets, in lines or not; it needs `BDAT`',
    3030,
    '3',
  ),
  CHUNKING: capability('`BDAT` sends a message in chunks of a counted size', 3030, '2'),
  DSN: capability('The sender chooses which reports of delivery come back', 3461, '4'),
  SMTPUTF8: capability('Addresses and headers may have characters of all scripts', 6531, '3.1'),
  ENHANCEDSTATUSCODES: capability('Replies carry a second code of three numbers', 2034, '4'),
  STARTTLS: capability('The connection can be encrypted from here on', 3207, '4'),
  AUTH: capability('Logging in is possible, by the mechanisms that follow', 4954, '3'),
  LIMITS: capability('How many messages and recipients one session may have', 9422, '4'),
  REQUIRETLS: capability('A message may ask to be passed on over TLS only', 8689, '2'),
  HELP: capability('`HELP` shows what the server understands', 5321, '4.1.1.8'),
}

/** What the answer to CAPA lists (RFC 2449 §6). */
export const capaKeywords: Readonly<Record<string, CapabilityFacts>> = {
  TOP: capability('`TOP` brings a header and the first lines of the body', 2449, '6.1'),
  USER: capability('`USER` and `PASS` log in', 2449, '6.2'),
  SASL: capability('`AUTH` logs in, by the mechanisms that follow', 2449, '6.3'),
  'RESP-CODES': capability('What stands in brackets in a reply is a code', 2449, '6.4'),
  'LOGIN-DELAY': capability('Seconds to wait between two logins', 2449, '6.5'),
  PIPELINING: capability('Several commands may be sent without waiting for replies', 2449, '6.6'),
  EXPIRE: capability('How long messages are kept', 2449, '6.7'),
  UIDL: capability('`UIDL` gives each message a name that stays', 2449, '6.8'),
  IMPLEMENTATION: capability('Which program this server is', 2449, '6.9'),
  STLS: capability('The connection can be encrypted from here on', 2595, '4'),
  UTF8: capability('Mail and logins may have characters of all scripts', 6856, '2'),
  LANG: capability('`LANG` chooses the language of replies', 6856, '3'),
}

/** @param keyword As the server lists it; `AUTH=PLAIN` is known by what stands before the sign. */
export function capabilityIn(
  table: Readonly<Record<string, CapabilityFacts>>,
  keyword: string,
): CapabilityFacts | undefined {
  const name = keyword.toUpperCase()
  const [before = ''] = name.split('=')
  return Object.hasOwn(table, name)
    ? table[name]
    : Object.hasOwn(table, before)
      ? table[before]
      : undefined
}
