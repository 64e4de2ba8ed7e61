import { describe, expect, test } from 'vitest'
import { fromUtf8, latin1, utf8 } from '../../../core/bytes.ts'
import { openSession, step, type Turn } from '../server/engine.ts'
import { hostDefaults, type SmtpHost } from '../server/host.ts'

const host: SmtpHost = {
  ...hostDefaults,
  name: 'mx.example.org',
  personality: 'postfix',
  localDomains: ['example.org'],
  mailboxes: ['bob@example.org'],
}

/** What the last of the lines is answered with, and whether the server hangs up. */
function hear(lines: readonly string[], on: Partial<SmtpHost> = {}): string {
  let turn: Turn = openSession({ ...host, ...on }, { address: '192.0.2.7' })
  for (const line of lines) turn = step(turn.session, { type: 'bytes', bytes: utf8(`${line}\r\n`) })
  const sent = turn.effects.map((effect) => (effect.type === 'send' ? fromUtf8(effect.bytes) : ''))
  return `${sent.join('').trimEnd()}${turn.session.phase === 'closed' ? ' [closed]' : ''}`
}

const ABUSE = '221 2.7.0 Error: I can break rules, too. Goodbye. [closed]'
const UNKNOWN = '500 5.5.2 Error: command not recognized'

describe('words that are no commands', () => {
  test.each([
    ['HELP', UNKNOWN],
    ['HELP MAIL', UNKNOWN],
    ['EXPN friends', UNKNOWN],
    ['TURN', UNKNOWN],
    ['HEAD / HTTP/1.1', UNKNOWN],
    ['NOOP<x>', UNKNOWN],
    ['', '500 5.5.2 Error: bad syntax'],
    ['Subject: Lunch', ABUSE],
    ['X-Mailer:none', ABUSE],
    ['NOOP: x', ABUSE],
    ['.', ABUSE],
    ['GET / HTTP/1.1', ABUSE],
    ['CONNECT mx.example.org:25', ABUSE],
    ['QUIT extra', '221 2.0.0 Bye [closed]'],
    ['NOOP extra', '250 2.0.0 Ok'],
    ['RSET extra', '501 5.5.4 Syntax: RSET'],
    ['AUTH PLAIN', '503 5.5.1 Error: authentication not enabled'],
    ['STARTTLS', '502 5.5.1 Error: command not implemented'],
    ['ETRN', '500 Syntax: ETRN domain'],
    ['ETRN example.org', '459 <example.org>: service unavailable'],
    [`NOOP ${'x'.repeat(3000)}`, '250 2.0.0 Ok'],
    ['NOOP \0', '250 2.0.0 Ok'],
  ])('%j → %s', (typed, heard) => expect(hear([typed])).toBe(heard))

  test('octets that are no UTF-8 are bad syntax', () => {
    const { session } = openSession(host, { address: '192.0.2.7' })
    const { effects } = step(session, { type: 'bytes', bytes: latin1('NOOP \xff\r\n') })
    expect(effects).toContainEqual(
      expect.objectContaining({ code: 500, text: 'Error: bad UTF-8 syntax' }),
    )
  })
})

describe('parameters of MAIL', () => {
  const unsupported = (typed: string): string => `555 5.5.4 Unsupported option: ${typed}`
  test.each([
    ['BODY=9BIT', unsupported('BODY=9BIT')],
    ['BODY', unsupported('BODY')],
    ['BODY=BINARYMIME', unsupported('BODY=BINARYMIME')],
    ['SIZE', unsupported('SIZE')],
    ['RET', unsupported('RET')],
    ['SMTPUTF8=yes', unsupported('SMTPUTF8=yes')],
    ['REQUIRETLS', unsupported('REQUIRETLS')],
    ['=', unsupported('=')],
    ['a b=c', unsupported('a')],
    ['SIZE=', '501 5.5.4 Bad message size syntax'],
    ['SIZE=-1', '501 5.5.4 Bad message size syntax'],
    ['SIZE=9223372036854775808', '552 5.3.4 Message size exceeds file system imposed limit'],
    ['SIZE=9223372036854775807', '552 5.3.4 Message size exceeds fixed limit'],
    ['RET=ALL', '501 5.5.4 Bad RET parameter syntax'],
    ['RET=FULL RET=FULL', '501 5.5.4 Bad RET parameter syntax'],
    ['ENVID=a+2', '501 5.5.4 Bad ENVID parameter syntax'],
    ['ENVID=a ENVID=a', '501 5.5.4 Bad ENVID parameter syntax'],
    ['size=20 SIZE=30 body=8bitmime BODY=7BIT', '250 2.1.0 Ok'],
    ['AUTH=<> AUTH=x', '250 2.1.0 Ok'],
  ])('%s → %s', (parameters, heard) =>
    expect(hear([`MAIL FROM:<alice@example.net> ${parameters}`])).toBe(heard),
  )
})

describe('parameters of RCPT', () => {
  test.each([
    ['NOTIFY', '555 5.5.4 Unsupported option: NOTIFY'],
    ['SIZE=20', '555 5.5.4 Unsupported option: SIZE=20'],
    ['NOTIFY=OFTEN', '501 5.5.4 Error: Bad NOTIFY parameter syntax'],
    ['NOTIFY=', '501 5.5.4 Error: Bad NOTIFY parameter syntax'],
    ['NOTIFY=DELAY NOTIFY=DELAY', '501 5.5.4 Error: Bad NOTIFY parameter syntax'],
    ['NOTIFY=NEVER,NEVER', '250 2.1.5 Ok'],
    ['ORCPT=bob@example.org', '501 5.5.4 Error: Bad ORCPT parameter syntax'],
    ['ORCPT=;bob', '501 5.5.4 Error: Bad ORCPT parameter syntax'],
    ['ORCPT=rfc822;bob+zz', '501 5.5.4 Error: Bad ORCPT parameter syntax'],
    ['ORCPT=rfc822;', '250 2.1.5 Ok'],
  ])('%s → %s', (parameters, heard) =>
    expect(hear(['MAIL FROM:<alice@example.net>', `RCPT TO:<bob@example.org> ${parameters}`])).toBe(
      heard,
    ),
  )
})

describe('addresses', () => {
  const OK = '250 2.1.0 Ok'
  const BAD = '501 5.1.7 Bad sender address syntax'
  test.each([
    ['alice@example.net', OK],
    ['alice', OK],
    ['<alice>', OK],
    ['<Postmaster>', OK],
    ['<a..b@example.net>', OK],
    ['<.alice.@example.net>', OK],
    ['<alice(Alice)@example.net>', OK],
    ['< alice@example.net >', OK],
    ['<<alice@example.net>>', OK],
    ['<alice@example.net.>', OK],
    ['<alice@exa_mple.net>', OK],
    ['<alice@bob@example.net>', OK],
    ['<a:b@example.net>', OK],
    ['<@one.example,@two.example:alice@example.net>', OK],
    ['<"al ice"@example.net>', OK],
    [`<${'a'.repeat(70)}@example.net>`, OK],
    ['<>', OK],
    ['<alice@>', BAD],
    ['<alice@example..net>', BAD],
    ['<alice@-example.net>', BAD],
    ['<alice@192.0.2.1>', BAD],
    ['<alice@[192.0.2.777]>', BAD],
    ['<alice@example.net', BAD],
    ['<alice@example.net>x', BAD],
    ['<alice,bob@example.net>', BAD],
    ['<alice@example.net>,<bob@example.net>', BAD],
    ['<al ice@example.net>', BAD],
    ['<"alice@example.net>', BAD],
    ['<alice@bücher.example>', BAD],
    ['<alice@bücher.example> SMTPUTF8', OK],
    ['Alice <alice@example.net>', '555 5.5.4 Unsupported option: <alice@example.net>'],
  ])('MAIL FROM:%s → %s', (path, heard) => expect(hear([`MAIL FROM:${path}`])).toBe(heard))

  test.each([
    ['<bob>', '250 2.1.5 Ok'],
    ['bob@example.org', '250 2.1.5 Ok'],
    ['<dave@example.com>', '454 4.7.1 <dave@example.com>: Relay access denied'],
    [
      '<bob%example.com@example.org>',
      '454 4.7.1 <bob%example.com@example.org>: Relay access denied',
    ],
    ['<>', '501 5.1.3 Bad recipient address syntax'],
  ])('RCPT TO:%s → %s', (path, heard) =>
    expect(hear(['MAIL FROM:<alice@example.net>', `RCPT TO:${path}`])).toBe(heard),
  )
})

describe('names behind EHLO', () => {
  test.each(['bad_name', '[192.0.2.777]', 'one two', '-', '"x"', 'äöü'])('%s is taken', (name) =>
    expect(hear([`HELO ${name}`])).toBe('250 mx.example.org'),
  )
})

test('what would break a trace field is replaced in the name', () => {
  const { session } = step(openSession(host, { address: '192.0.2.7' }).session, {
    type: 'bytes',
    bytes: utf8('HELO a (b) <c@d>;\r\n'),
  })
  expect(session).toMatchObject({ hello: { name: 'a??b???c?d??' } })
})
