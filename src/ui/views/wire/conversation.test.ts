import { describe, expect, test } from 'vitest'
import { latin1 } from '../../../core/bytes.ts'
import type { WorldEvent } from '../../../lab/types.ts'
import { wireRows } from './conversation.ts'

const tls = { version: 'TLSv1.3', cipher: 'TLS_AES_128_GCM_SHA256' } as const

/** A connection on a port: `C: ` and `S: ` octets as they went, `!` where TLS came up. */
function read(port: number, ...lines: readonly string[]): string[] {
  const head = { at: 0, connection: 1 }
  let secured = false
  const events = lines.map((one): WorldEvent => {
    if (one === '!') secured = true
    if (one === '!') return { ...head, type: 'secured', tls }
    const from = one.startsWith('C') ? 'client' : 'server'
    return { ...head, type: 'wire', from, bytes: latin1(one.slice(3)), ...(secured && { tls }) }
  })
  const opened: WorldEvent = {
    ...{ ...head, type: 'opened', from: 'a', fromAddress: '192.0.2.1', to: 'b' },
    ...{ toAddress: '192.0.2.2', port },
  }
  const log: WorldEvent[] = [opened]
  for (const event of events) {
    wireRows(log, 1)
    log.push(event)
  }
  // Read on as it grew, or all at once: it is the same.
  expect(wireRows(log, 1)).toEqual(wireRows([...log], 1))
  return wireRows(log, 1)
    .slice(1)
    .map((row) =>
      row.kind === 'mark'
        ? `— ${row.text.slice(0, 9)}`
        : `${row.from[0]}${row.sealed ? '#' : ':'} ${row.text} ${row.end} ${row.role}${row.note === undefined ? '' : ` (${row.note})`}`,
    )
}

describe('the wire, line by line', () => {
  test('each line with its end, whole whatever pieces it came in', () =>
    expect(read(25, 'S: 220 hi\r\n', 'C: EH', 'C: LO me\r', 'C: \nQUIT\n')).toEqual([
      's: 220 hi crlf talk',
      'c: EHLO me crlf talk',
      'c: QUIT lf talk',
    ]))

  test('a message is data up to its dot, and stuffed dots are taken off beside', () =>
    expect(
      read(25, 'C: DATA\r\n', 'S: 354 go\r\n', 'C: DATA\r\n..x\r\n.\r\n', 'S: 250 ok\r\n'),
    ).toEqual([
      'c: DATA crlf talk',
      's: 354 go crlf talk',
      'c: DATA crlf data',
      'c: ..x crlf data (its first dot goes, which leaves .x)',
      'c: . crlf data (a dot alone: the end)',
      's: 250 ok crlf talk',
    ]))

  test('a group of commands is answered in turn, and the message is still a message', () =>
    expect(
      read(
        25,
        'C: EHLO me\r\nMAIL FROM:<>\r\nRCPT TO:<a@example.org>\r\nDATA\r\n',
        'S: 220 hi\r\n250-x\r\n250 y\r\n250 ok\r\n250 ok\r\n354 go\r\n',
        'C: .\r\nQUIT\r\n',
      ).slice(-2),
    ).toEqual(['c: . crlf data (a dot alone: the end)', 'c: QUIT crlf talk']))

  test('a dot before a bare line feed ends no message, unless the server takes it for the end', () =>
    expect(
      read(
        25,
        ...['C: DATA\r\n', 'S: 354 go\r\n', 'C: hi\n.\n', 'C: QUIT\n', 'C: .\r\n'],
        ...['S: 250 ok\r\n', 'C: DATA\r\n', 'S: 354 go\r\n', 'C: .\n', 'S: 250 ok\r\n'],
        'C: QUIT\r\n',
      ),
    ).toEqual([
      'c: DATA crlf talk',
      's: 354 go crlf talk',
      'c: hi lf data',
      'c: . lf data (a dot alone, but without CR before its LF: not the end)',
      'c: QUIT lf data',
      'c: . crlf data (a dot alone: the end)',
      's: 250 ok crlf talk',
      'c: DATA crlf talk',
      's: 354 go crlf talk',
      'c: . lf data (a dot alone, but without CR before its LF: not the end)',
      's: 250 ok crlf talk',
      'c: QUIT crlf talk',
    ]))

  test('a DATA that is refused has no message', () =>
    expect(
      read(25, 'C: RCPT TO:<a@example.org>\r\nDATA\r\n', 'S: 550 no\r\n554 no\r\n', 'C: .\r\n').at(
        -1,
      ),
    ).toBe('c: . crlf talk'))

  test('messages that are fetched in a group come one after the other', () =>
    expect(
      read(
        110,
        'C: NOOP\r\nRETR 1\r\nRETR 2\r\n',
        'S: +OK\r\n-ERR no\r\n+OK\r\n..x\r\n.\r\n',
      ).slice(-2),
    ).toEqual([
      's: ..x crlf data (its first dot goes, which leaves .x)',
      's: . crlf data (a dot alone: the end)',
    ]))

  test('base64 of a login is read beside it', () =>
    expect(
      read(
        587,
        'C: AUTH LOGIN\r\n',
        'S: 334 VXNlcm5hbWU6\r\n',
        'C: YW5u\r\n',
        'S: 235 ok\r\n',
        'C: AUTH PLAIN AGFubgBzZWNyZXQ=\r\n',
      ),
    ).toEqual([
      'c: AUTH LOGIN crlf talk',
      's: 334 VXNlcm5hbWU6 crlf talk (Username:)',
      'c: YW5u crlf secret (ann)',
      's: 235 ok crlf talk',
      'c: AUTH PLAIN AGFubgBzZWNyZXQ= crlf secret (\\0ann\\0secret)',
    ]))

  test('lines under TLS are sealed', () =>
    expect(read(25, 'C: STARTTLS\r\n', 'S: 220 go\r\n', '!', 'C: EHLO me\r\n')).toEqual([
      'c: STARTTLS crlf talk',
      's: 220 go crlf talk',
      '— TLS is up',
      'c# EHLO me crlf talk',
    ]))

  test('a literal is read by its length, whatever it holds', () =>
    expect(read(143, 'S: * 1 FETCH (BODY[] {7}\r\n', 'S: a\r\n{3}\r)\r\n')).toEqual([
      's: * 1 FETCH (BODY[] {7} crlf talk (7 octets follow, by length and not as lines)',
      's: a crlf literal',
      's: {3}\\x0d none literal (here the announced octets end)',
      's: ) crlf talk',
    ]))

  test('a literal of the client is read by its length once the server agrees', () =>
    expect(
      read(143, 'C: a LOGIN {3}\r\n', 'S: + go\r\n', 'C: bob {6+}\r\n', 'C: secret\r\n'),
    ).toEqual([
      'c: a LOGIN {3} crlf talk (3 octets are to follow, once the server sends +)',
      's: + go crlf talk (3 octets follow from the client, by length and not as lines)',
      'c: bob none literal (here the announced octets end)',
      'c:  {6+} crlf talk (6 octets follow, by length and not as lines)',
      'c: secret none literal (here the announced octets end)',
      'c:  crlf talk',
    ]))

  test('neither a refused literal nor braces in a sentence are read as a literal', () =>
    expect(
      read(143, 'C: a APPEND x {9}\r\n', 'S: a NO [TRYCREATE] no {3}\r\n', 'C: b NOOP\r\n'),
    ).toEqual([
      'c: a APPEND x {9} crlf talk (9 octets are to follow, once the server sends +)',
      's: a NO [TRYCREATE] no {3} crlf talk',
      'c: b NOOP crlf talk',
    ]))

  test('logins of IMAP and POP3 are read beside them', () => {
    expect(
      read(
        143,
        'C: a AUTHENTICATE LOGIN\r\n',
        'S: + VXNlcm5hbWU6\r\n',
        'C: YW5u\r\n',
        'S: a NO no\r\n',
        'C: b LOGIN ann secret\r\n',
      ).slice(1),
    ).toEqual([
      's: + VXNlcm5hbWU6 crlf talk (Username:)',
      'c: YW5u crlf secret (ann)',
      's: a NO no crlf talk',
      'c: b LOGIN ann secret crlf secret (the password itself)',
    ])
    expect(
      read(110, 'C: AUTH PLAIN\r\n', 'S: + \r\n', 'C: *\r\n', 'S: -ERR\r\n', 'C: PASS x\r\n').slice(
        2,
      ),
    ).toEqual([
      'c: * crlf talk (calls the login off)',
      's: -ERR crlf talk',
      'c: PASS x crlf secret (the password itself)',
    ])
  })

  test('a literal under way is forgotten when TLS comes up', () =>
    expect(read(143, 'S: * 1 FETCH (BODY[] {99}\r\n', '!', 'S: * OK\r\n').at(-1)).toBe(
      's# * OK crlf talk',
    ))

  test('a chunk is read by its length', () =>
    expect(read(25, 'C: BDAT 4 LAST\r\n', 'C: a\nbcQUIT\r\n')).toEqual([
      'c: BDAT 4 LAST crlf talk (4 octets follow, by length and not as lines)',
      'c: a lf literal',
      'c: bc none literal (here the announced octets end)',
      'c: QUIT crlf talk',
    ]))

  test('commands may be sent ahead: SMTP and POP3 know which answer is whose', () => {
    expect(
      read(25, 'C: RCPT TO:<a@b>\r\nDATA\r\n', 'S: 250 ok\r\n354 go\r\n', 'C: .x\r\n').at(-1),
    ).toBe('c: .x crlf data (its first dot goes, which leaves x)')
    expect(
      read(110, 'C: STAT\r\nRETR 1\r\nNOOP\r\n', 'S: +OK 1 2\r\n+OK\r\n..\r\n.\r\n+OK\r\n').slice(
        3,
      ),
    ).toEqual([
      's: +OK 1 2 crlf talk',
      's: +OK crlf talk',
      's: .. crlf data (its first dot goes, which leaves .)',
      's: . crlf data (a dot alone: the end)',
      's: +OK crlf talk',
    ])
  })

  test('a message from a POP3 server is data', () =>
    expect(read(110, 'C: RETR 1\r\n', 'S: +OK\r\nHi\r\n.\r\n+OK\r\n')).toEqual([
      'c: RETR 1 crlf talk',
      's: +OK crlf talk',
      's: Hi crlf data',
      's: . crlf data (a dot alone: the end)',
      's: +OK crlf talk',
    ]))
})
