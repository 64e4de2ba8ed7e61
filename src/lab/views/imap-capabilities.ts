import { extensions } from '../../protocols/imap/extensions/index.ts'
import { capability, type CapabilityFacts } from './capability-tables.ts'

/** What CAPABILITY lists beside the extensions, which have their own table. */
const own: Readonly<Record<string, CapabilityFacts>> = {
  IMAP4REV2: capability('The server speaks the IMAP of 2021', 9051, '6.1.1'),
  IMAP4REV1: capability('The server speaks the IMAP of 2003 too', 9051, '6.1.1'),
  STARTTLS: capability('The connection can be encrypted from here on', 9051, '6.2.1'),
  LOGINDISABLED: capability('`LOGIN` is refused as long as nothing is encrypted', 9051, '6.2.3'),
  AUTH: capability('A mechanism that `AUTHENTICATE` logs in by', 9051, '6.2.2'),
  'LITERAL+': capability('A literal may be sent without waiting for `+`', 7888, '4'),
  'LITERAL-': capability('A short literal may be sent without waiting for `+`', 7888, '5'),
}

/** What CAPABILITY lists, by the keyword in upper case. */
export const imapCapabilities: Readonly<Record<string, CapabilityFacts>> = {
  ...own,
  ...Object.fromEntries(
    extensions.map(({ capability: name, about, source }) => [
      name.toUpperCase(),
      { about, source },
    ]),
  ),
}
