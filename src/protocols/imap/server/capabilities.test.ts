import { describe, expect, test } from 'vitest'
import { fromLatin1, latin1, utf8 } from '../../../core/bytes.ts'
import { createMemoryStore } from '../../store/memory-store.ts'
import { openSession, step } from './engine.ts'
import { extensions } from '../extensions/index.ts'
import { hostDefaults, type ImapHost } from './host.ts'
import { personalities } from '../personalities/index.ts'
import type { ImapSession, SessionInput } from './session.ts'

const host: ImapHost = {
  ...hostDefaults,
  name: 'imap.example.org',
  plaintextLogin: 'allowed',
  quotas: 'settable',
  accounts: [{ login: 'bob', password: 'secret', token: 'abc' }],
}

const mailText =
  'From: "Zoe" <adam@example.net>\r\nSubject: Hi\r\nMessage-ID: <1@example.net>\r\n' +
  'MIME-Version: 1.0\r\nContent-Transfer-Encoding: base64\r\n\r\naGkA\r\n'

function connect(on: ImapHost) {
  const store = createMemoryStore({ mailboxes: [{ name: 'Sent', specialUse: '\\Sent' }] })
  store
    .open('bob')
    .mailbox('INBOX')!
    .append([
      { bytes: utf8(mailText), internalDate: 0 },
      { bytes: utf8(mailText.replace('Hi', 'Re: Hi')), internalDate: 0 },
    ])
  let received = ''
  let session: ImapSession
  const take = (turn: ReturnType<typeof step>): void => {
    session = turn.session
    for (const effect of turn.effects)
      if (effect.type === 'send') received += fromLatin1(effect.bytes)
  }
  const give = (input: SessionInput): void => take(step(session, input))
  take(openSession(on, { address: '192.0.2.1', nonce: 'n0nce' }, store, 0))
  return {
    /** Sends lines one after the other; `TLS` is the handshake. Gives all that came since. */
    responses(...lines: readonly string[]): string {
      received = ''
      for (const line of lines)
        give(
          line === 'TLS'
            ? { type: 'secured', tls: { version: 'TLSv1.3', cipher: 'x' } }
            : { type: 'bytes', bytes: latin1(`${line}\r\n`) },
        )
      return received
    },
  }
}

const announcedBy = (on: ImapHost, ...lines: readonly string[]): string[] =>
  /^\* CAPABILITY (.*)\r$/m.exec(connect(on).responses(...lines, 'x CAPABILITY'))![1]!.split(' ')

const login = 'x LOGIN bob secret'
const select = 'y SELECT INBOX'

/** What to send for each capability, and what shows that it works. */
const proofs: Readonly<Record<string, readonly [lines: readonly string[], shows: RegExp]>> = {
  IMAP4rev1: [[login, select], /^\* 2 RECENT\r$/m],
  IMAP4rev2: [
    [login, 'a ENABLE IMAP4rev2', select, 'b SEARCH ALL'],
    /^\* ESEARCH \(TAG "b"\) ALL 1:2/m,
  ],
  'LITERAL+': [['a LOGIN {3+}', 'bob {6+}', 'secret'], /^a OK/m],
  'LITERAL-': [['a LOGIN {3+}', 'bob {6+}', 'secret'], /^a OK/m],
  'SASL-IR': [['a AUTHENTICATE PLAIN AGJvYgBzZWNyZXQ='], /^a OK/m],
  ENABLE: [[login, 'a ENABLE CONDSTORE'], /^\* ENABLED CONDSTORE\r$/m],
  ID: [['a ID NIL'], /^\* ID \("name" /m],
  IDLE: [[login, select, 'a IDLE', 'DONE'], /^\+ .*\r\na OK/m],
  STARTTLS: [['a STARTTLS', 'TLS', 'b NOOP'], /^a OK .*\r\nb OK/m],
  LOGINDISABLED: [[login], /^x NO \[PRIVACYREQUIRED\]/m],
  CHILDREN: [[login, 'a LIST "" *'], /^\* LIST \(.*\\HasNoChildren.*\) "\/" INBOX\r$/m],
  'LOGIN-REFERRALS': [[login], /^x OK/m],
  'I18NLEVEL=1': [[login, select, 'a SEARCH SUBJECT hI'], /^\* SEARCH 1 2\r$/m],
  'URL-PARTIAL': [
    [login, select, 'a APPEND Sent CATENATE (URL "/INBOX;UIDVALIDITY=1/;UID=1/;PARTIAL=0.4")'],
    /^a OK \[APPENDUID/m,
  ],
  NAMESPACE: [[login, 'a NAMESPACE'], /^\* NAMESPACE \(\("" "\/"\)\) NIL NIL\r$/m],
  UNSELECT: [[login, select, 'a UNSELECT', 'b FETCH 1 UID'], /^a OK .*\r\nb BAD/m],
  UIDPLUS: [[login, 'a APPEND Sent {2+}', 'hi'], /^a OK \[APPENDUID \d+ 1\]/m],
  MOVE: [[login, select, 'a MOVE 1 Sent'], /^\* OK \[COPYUID \d+ 1 1\].*\r\n\* 1 EXPUNGE\r\na OK/m],
  'LIST-EXTENDED': [
    [login, 'a LIST (SUBSCRIBED) "" (INBOX Sent)'],
    /^\* LIST \(.*\\Subscribed.*\) "\/" Sent\r$/m,
  ],
  'LIST-STATUS': [
    [login, 'a LIST "" INBOX RETURN (STATUS (MESSAGES))'],
    /^\* STATUS INBOX \(MESSAGES 2\)\r$/m,
  ],
  'SPECIAL-USE': [[login, 'a LIST (SPECIAL-USE) "" *'], /^\* LIST \(.*\\Sent\) "\/" Sent\r$/m],
  'CREATE-SPECIAL-USE': [
    [login, 'a CREATE Spam (USE (\\Junk))', 'b LIST "" Spam'],
    /\\Junk\) "\/" Spam/,
  ],
  CONDSTORE: [
    [login, 'a SELECT INBOX (CONDSTORE)', 'b FETCH 1 MODSEQ'],
    /^\* 1 FETCH \(MODSEQ \(2\)\)\r$/m,
  ],
  QRESYNC: [
    [login, 'a ENABLE QRESYNC', 'b SELECT INBOX (QRESYNC (1 1))'],
    /^\* 2 FETCH \(UID 2 FLAGS .* MODSEQ/m,
  ],
  MULTIAPPEND: [[login, 'a APPEND Sent {2+}', 'hi {2+}', 'ho'], /^a OK \[APPENDUID \d+ 1:2\]/m],
  CATENATE: [
    [login, select, 'a APPEND Sent CATENATE (URL "/INBOX;UIDVALIDITY=1/;UID=1" TEXT {2+}', 'hi)'],
    /^a OK \[APPENDUID/m,
  ],
  OBJECTID: [
    [login, select, 'a FETCH 1 (EMAILID THREADID)'],
    /^\* OK \[MAILBOXID .*EMAILID \(\S+\) THREADID \(\S+\)/ms,
  ],
  'UTF8=ACCEPT': [
    [login, 'a ENABLE UTF8=ACCEPT', 'b CREATE "Entw\xc3\xbcrfe"', 'c LIST "" Entw*'],
    /"Entw\xc3\xbcrfe"\r$/m,
  ],
  'STATUS=SIZE': [[login, 'a STATUS INBOX (SIZE)'], /^\* STATUS INBOX \(SIZE \d+\)\r$/m],
  ESEARCH: [[login, select, 'a SEARCH RETURN (COUNT) ALL'], /^\* ESEARCH \(TAG "a"\) COUNT 2\r$/m],
  SEARCHRES: [
    [login, select, 'a SEARCH RETURN (SAVE) SUBJECT re', 'b FETCH $ UID'],
    /^a OK .*\r\n\* 2 FETCH/m,
  ],
  WITHIN: [[login, select, 'a SEARCH YOUNGER 60'], /^\* SEARCH 1 2\r$/m],
  SORT: [[login, select, 'a SORT (REVERSE ARRIVAL) UTF-8 ALL'], /^\* SORT 1 2\r$/m],
  'SORT=DISPLAY': [[login, select, 'a SORT (DISPLAYFROM) UTF-8 ALL'], /^\* SORT 1 2\r$/m],
  'THREAD=ORDEREDSUBJECT': [
    [login, select, 'a THREAD ORDEREDSUBJECT UTF-8 ALL'],
    /^\* THREAD \(1 2\)\r$/m,
  ],
  'THREAD=REFERENCES': [[login, select, 'a THREAD REFERENCES UTF-8 ALL'], /^\* THREAD \(/m],
  QUOTA: [[login, 'a GETQUOTAROOT INBOX'], /^\* QUOTAROOT INBOX ""\r$/m],
  QUOTASET: [[login, 'a SETQUOTA "" (MESSAGE 9)'], /^\* QUOTA "" \(MESSAGE 2 9\)\r$/m],
  'QUOTA=RES-STORAGE': [
    [login, 'a SETQUOTA "" (STORAGE 9)', 'b STATUS INBOX (DELETED-STORAGE)'],
    /STORAGE 1 9\).*DELETED-STORAGE 0/s,
  ],
  'QUOTA=RES-MESSAGE': [
    [login, 'a SETQUOTA "" (MESSAGE 9)', 'b STATUS INBOX (DELETED)'],
    /MESSAGE 2 9\).*DELETED 0/s,
  ],
  BINARY: [
    [login, select, 'a FETCH 1 (BINARY.SIZE[1] BINARY.PEEK[1])'],
    /BINARY.SIZE\[1\] 3 BINARY\[1\] ~\{3\}\r\nhi\0\)/,
  ],
  'AUTH=SCRAM-SHA-256': [
    ['a AUTHENTICATE SCRAM-SHA-256 biwsbj1ib2Iscj1hYmM='],
    /^\+ [A-Za-z0-9+/=]+\r$/m,
  ],
  'AUTH=SCRAM-SHA-1': [
    ['a AUTHENTICATE SCRAM-SHA-1 biwsbj1ib2Iscj1hYmM='],
    /^\+ [A-Za-z0-9+/=]+\r$/m,
  ],
  'AUTH=OAUTHBEARER': [
    ['a AUTHENTICATE OAUTHBEARER bixhPWJvYiwBYXV0aD1CZWFyZXIgYWJjAQE='],
    /^a OK/m,
  ],
  'AUTH=XOAUTH2': [['a AUTHENTICATE XOAUTH2 dXNlcj1ib2IBYXV0aD1CZWFyZXIgYWJjAQE='], /^a OK/m],
  'AUTH=CRAM-MD5': [['a AUTHENTICATE CRAM-MD5'], /^\+ PG4wbmNl/m],
  'AUTH=PLAIN': [['a AUTHENTICATE PLAIN', 'AGJvYgBzZWNyZXQ='], /^\+ \r\na OK/m],
  'AUTH=LOGIN': [['a AUTHENTICATE LOGIN', 'Ym9i', 'c2VjcmV0'], /^a OK/m],
}

const hosts: readonly (readonly [name: string, host: ImapHost])[] = (
  Object.keys(personalities) as ImapHost['personality'][]
).flatMap((personality) => [
  [personality, { ...host, personality }] as const,
  [`${personality}, LITERAL-`, { ...host, personality, literals: 'LITERAL-' }] as const,
  [`${personality}, TLS wanted`, { ...host, personality, plaintextLogin: 'refused' }] as const,
])

describe.each(hosts)('%s: what is announced works', (_, on) => {
  const isRefusing = on.plaintextLogin === 'refused'
  const before = announcedBy(on)
  const after = announcedBy(on, ...(isRefusing ? ['s STARTTLS', 'TLS'] : []), login)
  test.each([...new Set([...before, ...after])])('%s', (capability) => {
    const [lines, shows] = proofs[capability]!
    const needsTls =
      isRefusing &&
      !before.includes(capability) &&
      !['STARTTLS', 'LOGINDISABLED'].includes(capability)
    const early = isRefusing && lines[0] !== login && !/LOGIN|PLAIN/.test(lines[0]!)
    const secure = needsTls || (isRefusing && !early && capability !== 'LOGINDISABLED')
    const { responses } = connect(on)
    expect(responses(...(secure ? ['s STARTTLS', 'TLS'] : []), ...lines)).toMatch(shows)
  })
})

test('each extension has its proof, and its verbs are known', () => {
  for (const { capability } of extensions) expect(Object.keys(proofs)).toContain(capability)
})

test.each([
  ['QUOTASET', { quotas: 'fixed' }],
  ['STARTTLS', { startTls: 'absent' }],
  ['LITERAL+', { literals: 'LITERAL-' }],
  ['LOGINDISABLED', { plaintextLogin: 'allowed' }],
  ['AUTH=PLAIN', { plaintextLogin: 'refused' }],
] as const)('%s is not announced with %j', (capability, given) => {
  const on = { ...host, ...given }
  expect([...announcedBy(on), ...announcedBy(on, login)]).not.toContain(capability)
})
