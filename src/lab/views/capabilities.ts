import type { SpokenProtocol } from '../../core/text/line-mark.ts'
import type { Section } from '../../core/section.ts'
import { extensions } from '../../protocols/imap/extensions/index.ts'

/** Something that a server says it can do, with what that is good for. */
export interface CapabilityFacts {
  readonly about: string
  readonly source: Section
}

const facts = (about: string, rfc: number, section?: string): CapabilityFacts => ({
  about,
  source: { rfc, ...(section && { section }) },
})

/** What the answer to EHLO lists. Keywords that are verbs have the facts of their command. */
const ehlo: Readonly<Record<string, CapabilityFacts>> = {
  PIPELINING: facts('Several commands may be sent without waiting for each reply', 2920, '3.1'),
  SIZE: facts('The largest message in octets; `MAIL FROM:<…> SIZE=…` announces one', 1870, '4'),
  '8BITMIME': facts('The body may have octets beyond ASCII', 6152, '2'),
  BINARYMIME: facts('The body may have any octets, in lines or not; it needs `BDAT`', 3030, '3'),
  CHUNKING: facts('`BDAT` sends a message in chunks of a counted size', 3030, '2'),
  DSN: facts('The sender chooses which reports of delivery come back', 3461, '4'),
  SMTPUTF8: facts('Addresses and headers may have characters of all scripts', 6531, '3.1'),
  ENHANCEDSTATUSCODES: facts('Replies carry a second code of three numbers', 2034, '4'),
  STARTTLS: facts('The connection can be encrypted from here on', 3207, '4'),
  AUTH: facts('Logging in is possible, by the mechanisms that follow', 4954, '3'),
  LIMITS: facts('How many messages and recipients one session may have', 9422, '4'),
  REQUIRETLS: facts('A message may ask to be passed on over TLS only', 8689, '2'),
  HELP: facts('`HELP` shows what the server understands', 5321, '4.1.1.8'),
}

/** What the answer to CAPA lists (RFC 2449 §6). */
const capa: Readonly<Record<string, CapabilityFacts>> = {
  TOP: facts('`TOP` brings a header and the first lines of the body', 2449, '6.1'),
  USER: facts('`USER` and `PASS` log in', 2449, '6.2'),
  SASL: facts('`AUTH` logs in, by the mechanisms that follow', 2449, '6.3'),
  'RESP-CODES': facts('What stands in brackets in a reply is a code', 2449, '6.4'),
  'LOGIN-DELAY': facts('Seconds to wait between two logins', 2449, '6.5'),
  PIPELINING: facts('Several commands may be sent without waiting for replies', 2449, '6.6'),
  EXPIRE: facts('How long messages are kept', 2449, '6.7'),
  UIDL: facts('`UIDL` gives each message a name that stays', 2449, '6.8'),
  IMPLEMENTATION: facts('Which program this server is', 2449, '6.9'),
  STLS: facts('The connection can be encrypted from here on', 2595, '4'),
  UTF8: facts('Mail and logins may have characters of all scripts', 6856, '2'),
  LANG: facts('`LANG` chooses the language of replies', 6856, '3'),
}

/** What CAPABILITY lists beside the extensions, which have their own table. */
const imap: Readonly<Record<string, CapabilityFacts>> = {
  IMAP4REV2: facts('The server speaks the IMAP of 2021', 9051, '6.1.1'),
  IMAP4REV1: facts('The server speaks the IMAP of 2003 too', 9051, '6.1.1'),
  STARTTLS: facts('The connection can be encrypted from here on', 9051, '6.2.1'),
  LOGINDISABLED: facts('`LOGIN` is refused as long as nothing is encrypted', 9051, '6.2.3'),
  AUTH: facts('A mechanism that `AUTHENTICATE` logs in by', 9051, '6.2.2'),
  'LITERAL+': facts('A literal may be sent without waiting for `+`', 7888, '4'),
  'LITERAL-': facts('A short literal may be sent without waiting for `+`', 7888, '5'),
}

const tables: Readonly<Record<SpokenProtocol, Readonly<Record<string, CapabilityFacts>>>> = {
  smtp: ehlo,
  pop3: capa,
  imap: {
    ...imap,
    ...Object.fromEntries(
      extensions.map(({ capability, about, source }) => [
        capability.toUpperCase(),
        { about, source },
      ]),
    ),
  },
}

/** @param keyword As the server lists it; `AUTH=PLAIN` is known by what stands before the sign. */
export function capabilityFacts(
  protocol: SpokenProtocol,
  keyword: string,
): CapabilityFacts | undefined {
  const name = keyword.toUpperCase()
  const table = tables[protocol]
  const [before = ''] = name.split('=')
  return Object.hasOwn(table, name)
    ? table[name]
    : Object.hasOwn(table, before)
      ? table[before]
      : undefined
}
