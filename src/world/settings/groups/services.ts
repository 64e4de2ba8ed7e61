import { defineGroup, setting, type Setting } from '../setting.ts'
import { listOf } from '../list-types.ts'
import { choice, domainName, size } from '../word-types.ts'

const domains = (service: 'submission' | 'lmtp' | 'imap' | 'pop3', about: string): Setting =>
  setting<readonly string[]>({
    ...{ name: `${service}_domains`, at: `${service}.domains`, isKept: true, default: [], about },
    type: listOf(domainName),
    source: { rfc: 5321, section: '2.3.5' },
  })

const maxSize = (service: 'submission' | 'lmtp'): Setting =>
  setting<number>({
    ...{ name: `${service}_max_size`, at: `${service}.maxSize`, isKept: true, default: 10_485_760 },
    about: 'The largest message that is accepted there.',
    type: size,
    source: { rfc: 1870, section: '4' },
  })

const plaintextLogin = (service: 'imap' | 'pop3'): Setting =>
  setting<string>({
    ...{ name: `${service}_plaintext_login`, at: `${service}.plaintextLogin`, default: 'refused' },
    about: 'Whether a password may be sent in the clear.',
    type: choice({ refused: 'Only under TLS.', allowed: 'Anybody on the wire may read it.' }),
    source: { rfc: 8314, section: '3' },
  })

/** Where users send, read, and where other servers hand over. */
export const services = defineGroup({
  title: 'Services for its users',
  settings: [
    domains('submission', 'Domains whose mailboxes log in to send, on ports 587 and 465.'),
    maxSize('submission'),
    domains('lmtp', 'Domains whose mailboxes are here, on port 24.'),
    maxSize('lmtp'),
    domains('imap', 'Domains whose mailboxes are read by IMAP.'),
    plaintextLogin('imap'),
    setting<string>({
      ...{ name: 'imap_quotas', at: 'imap.quotas', default: 'fixed' },
      about: 'Whether users set the limits of their own mailboxes.',
      type: choice({ fixed: 'They do not.', settable: 'They may.' }),
    }),
    domains('pop3', 'Domains whose mailboxes are read by POP3.'),
    plaintextLogin('pop3'),
  ],
})
