import { utf8 } from '../../../src/core/bytes.ts'
import * as imap from '../../../src/protocols/imap/server/engine.ts'
import { hostDefaults as imapDefaults } from '../../../src/protocols/imap/server/host.ts'
import * as pop3 from '../../../src/protocols/pop3/server/engine.ts'
import { hostDefaults as pop3Defaults } from '../../../src/protocols/pop3/server/host.ts'
import * as smtp from '../../../src/protocols/smtp/server/engine.ts'
import { hostDefaults as smtpDefaults } from '../../../src/protocols/smtp/server/host.ts'
import { createMemoryStore } from '../../../src/protocols/store/memory-store.ts'
import type { Growing } from './measure.ts'

const account = { login: 'bob', password: 'secret' }
const peer = { address: '192.0.2.1', nonce: 'n0nce' }
const NEVER = Number.MAX_SAFE_INTEGER

const smtpHost = {
  ...smtpDefaults,
  name: 'mx.example.org',
  localDomains: ['example.org'],
  mailboxes: ['bob@example.org'],
  maxErrors: NEVER,
}
const imapHost = {
  ...imapDefaults,
  name: 'imap.example.org',
  plaintextLogin: 'allowed' as const,
  accounts: [account],
}
const pop3Host = {
  ...pop3Defaults,
  name: 'pop.example.org',
  plainText: 'allowed' as const,
  accounts: [account],
}

function storeOfMails() {
  const store = createMemoryStore()
  const mail = { bytes: utf8('From: a@b.example\r\n\r\nHi\r\n'), internalDate: 0 }
  store.open('bob').mailbox('INBOX')!.append([mail, mail, mail])
  return store
}

/** Octets that a slow line brings at a time. */
const SLOW = 7

/** All at once, or in pieces of a size. */
function* pieces(text: string, size = Infinity): Generator<Uint8Array> {
  const bytes = utf8(text)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

function saySmtp(text: string, size?: number): void {
  let { session } = smtp.openSession(smtpHost, peer)
  for (const bytes of pieces(text, size))
    ({ session } = smtp.step(session, { type: 'bytes', bytes }))
}

function sayImap(text: string, size?: number): void {
  let { session } = imap.openSession(imapHost, peer, storeOfMails(), 0)
  for (const bytes of pieces(text, size))
    ({ session } = imap.step(session, { type: 'bytes', bytes }))
}

function sayPop3(text: string, size?: number): void {
  let { session } = pop3.openSession(pop3Host, peer, { store: storeOfMails() })
  for (const bytes of pieces(text, size))
    ({ session } = pop3.step(session, { type: 'bytes', bytes }))
}

type Say = (text: string, size?: number) => void

const atOnceAndSlowly = (send: Say): ((text: string) => void)[] => [
  (text) => send(text),
  (text) => send(text, SLOW),
]

const HELLO = 'EHLO a.example\r\n'
const MAIL = `${HELLO}MAIL FROM:<a@b.example>\r\n`
const DATA = `${MAIL}RCPT TO:<bob@example.org>\r\nDATA\r\n`
const LOGIN = 'a LOGIN bob secret\r\n'
const SELECT = `${LOGIN}b SELECT INBOX\r\n`

const BODY = ['a', '.', '\r\n', '.\r\n', '..\r\n', '\r', '\n', 'abc\r\n']

/** What a client sends to a server, whole and in small pieces. */
export const sessions: readonly Growing[] = [
  ...atOnceAndSlowly(saySmtp).flatMap((read): Growing[] => [
    {
      name: 'SMTP commands',
      read,
      units: ['NOOP\r\n', 'a', ' ', '\r\n', 'RSET\r\n', 'VRFY (\r\n', 'MAIL FROM:<"\r\n', '\r'],
      around: [HELLO, '\r\n'],
    },
    {
      name: 'SMTP recipients',
      read,
      units: ['RCPT TO:<bob@example.org>\r\n', (at) => `RCPT TO:<a${at}@example.org>\r\n`],
      around: [MAIL, ''],
    },
    { name: 'SMTP message', read, units: BODY, around: [DATA, ''] },
    {
      name: 'SMTP chunks',
      read,
      units: ['BDAT 3\r\nabc'],
      around: [DATA.replace('DATA\r\n', ''), ''],
    },
  ]),
  ...atOnceAndSlowly(sayImap).flatMap((read): Growing[] => [
    {
      name: 'IMAP commands',
      read,
      units: [
        ...['a NOOP\r\n', 'a', ' ', '\r\n', '(', '"', '{0+}\r\n', 'a FROB {3+}\r\nabc\r\n'],
        ...['a FETCH 1:* ALL\r\n', 'a SEARCH ALL\r\n', (at: number) => `a CREATE m${at}\r\n`],
      ],
      around: [SELECT, '\r\n'],
    },
    {
      name: 'IMAP search',
      read,
      units: ['NOT ', '(', 'OR ALL ', 'ALL ', (at) => `HEADER X${at} a `, '1,', '{1+}\r\na '],
      around: [`${SELECT}c SEARCH `, '\r\n'],
    },
    {
      name: 'IMAP fetch',
      read,
      units: ['FLAGS ', 'BODY[', 'BODY[1] ', '(', 'BODY[HEADER.FIELDS (', 'X '],
      around: [`${SELECT}c FETCH 1:* (`, ')\r\n'],
    },
    {
      name: 'IMAP flags',
      read,
      units: [(at) => `$k${at} `, '\\Seen ', '\\'],
      around: [`${SELECT}c STORE 1 FLAGS (`, ')\r\n'],
    },
    {
      name: 'IMAP literal',
      read,
      units: ['a', '\r\n', '\0'],
      around: [`${LOGIN}c APPEND INBOX {60000+}\r\n`, '\r\n'],
    },
  ]),
  ...atOnceAndSlowly(sayPop3).map((read): Growing => ({
    name: 'POP3 commands',
    read,
    units: ['NOOP\r\n', 'a', ' ', '\r\n', 'RETR 1\r\n', 'LIST\r\n', 'FROB\r\n', 'RSET\r\n'],
    around: ['USER bob\r\nPASS secret\r\n', '\r\n'],
  })),
]
