import { describe, expect, test } from 'vitest'
import { latin1, fromLatin1, utf8 } from '../../../core/bytes.ts'
import { readAddresses } from './addresses.ts'
import { envelopeOf, fetchEnvelope } from './envelope.ts'

const message = (...lines: readonly string[]): Uint8Array =>
  utf8([...lines, '', 'Body', ''].join('\r\n'))

test('the example of RFC 9051 §8', () => {
  const gray = '(("Terry Gray" NIL "gray" "cac.washington.edu"))'
  expect(
    fetchEnvelope(
      message(
        'Date: Wed, 17 Jul 1996 02:23:25 -0700 (PDT)',
        'From: Terry Gray <gray@cac.washington.edu>',
        'Subject: IMAP4rev2 WG mtg summary and minutes',
        'To: imap@cac.washington.edu',
        'cc: minutes@CNRI.Reston.VA.US, John Klensin <KLENSIN@MIT.EDU>',
        'Message-Id: <B27397-0100000@cac.washington.ed>',
        'MIME-Version: 1.0',
        'Content-Type: TEXT/PLAIN; CHARSET=US-ASCII',
      ),
    ),
  ).toBe(
    '("Wed, 17 Jul 1996 02:23:25 -0700 (PDT)" "IMAP4rev2 WG mtg summary and minutes" ' +
      `${gray} ${gray} ${gray} ((NIL NIL "imap" "cac.washington.edu")) ` +
      '((NIL NIL "minutes" "CNRI.Reston.VA.US")("John Klensin" NIL "KLENSIN" "MIT.EDU")) NIL NIL ' +
      '"<B27397-0100000@cac.washington.ed>")',
  )
})

test('a field that is missing is NIL, one that is empty is the empty string', () => {
  expect(fetchEnvelope(message('From: a@b.example', 'Subject:', 'Date: ', 'To: ', 'Bcc:'))).toBe(
    '("" "" ((NIL NIL "a" "b.example")) ((NIL NIL "a" "b.example")) ((NIL NIL "a" "b.example")) NIL NIL NIL NIL NIL)',
  )
  expect(fetchEnvelope(new Uint8Array())).toBe('(NIL NIL NIL NIL NIL NIL NIL NIL NIL NIL)')
})

test('Sender and Reply-To count where they are, From where they are not', () => {
  const { from, sender, replyTo } = envelopeOf(
    message('From: a@b.example', 'Sender: <>', 'Reply-To: c@d.example'),
  )
  expect(sender).toBe(from)
  expect(replyTo).toEqual([{ mailbox: 'c', host: 'd.example' }])
})

test('folds go, the white space behind them stays', () => {
  const { subject, inReplyTo } = envelopeOf(
    message('Subject: one', ' two', '\tthree ', 'In-Reply-To: <1@a.example>', '  <2@a.example>'),
  )
  expect([subject, inReplyTo]).toEqual(['one two\tthree', '<1@a.example>  <2@a.example>'])
})

test('encoded words stay as they are; octets beyond ASCII go as the session can take them', () => {
  const bytes = message('Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?= Grüße', 'From: Jürgen <j@b.example>')
  expect(fromLatin1(utf8('Jürgen'))).toHaveLength(7)
  expect(fetchEnvelope(bytes)).toContain('{35}\r\n=?utf-8?q?Gr=C3=BC=C3=9Fe?= Gr')
  expect(fetchEnvelope(bytes)).toContain('(({7}\r\nJ')
  expect(fetchEnvelope(bytes, 'utf8')).toContain(
    fromLatin1(utf8('"=?utf-8?q?Gr=C3=BC=C3=9Fe?= Grüße" (("Jürgen" NIL "j" "b.example"))')),
  )
})

test('several To fields count as one', () =>
  expect(envelopeOf(message('To: a@x.example', 'To: b@x.example')).to).toHaveLength(2))

test('the same octets are read once', () => {
  const bytes = latin1('Subject: hi\r\n\r\n')
  expect(envelopeOf(bytes)).toBe(envelopeOf(bytes))
  expect(envelopeOf(bytes.slice())).not.toBe(envelopeOf(bytes))
})

describe('an address list', () => {
  const bob = { mailbox: 'bob', host: 'example.org' }
  test.each([
    ['bob@example.org', [bob]],
    ['<bob@example.org>', [bob]],
    ['Bob <bob@example.org>', [{ ...bob, name: 'Bob' }]],
    ['"Bob, Jr." <bob@example.org>', [{ ...bob, name: 'Bob, Jr.' }]],
    ['"a \\"b\\" c" <bob@example.org>', [{ ...bob, name: 'a "b" c' }]],
    ['J. R.  Bob <bob@example.org>', [{ ...bob, name: 'J. R. Bob' }]],
    ['bob@example.org (Bob B.)', [{ ...bob, name: 'Bob B.' }]],
    ['Bob (the builder) <bob@example.org>', [{ ...bob, name: 'Bob' }]],
    ['bob@example.org <bob@example.org>', [{ ...bob, name: 'bob@example.org' }]],
    ['=?utf-8?q?B=C3=B6b?= <bob@example.org>', [{ ...bob, name: '=?utf-8?q?B=C3=B6b?=' }]],
    ['"bob smith"@example.org', [{ ...bob, mailbox: 'bob smith' }]],
    ['b.o.b@example.org', [{ ...bob, mailbox: 'b.o.b' }]],
    ['bob@[192.0.2.1]', [{ ...bob, host: '[192.0.2.1]' }]],
    ['bob @ example.org', [bob]],
    ['bob', [{ mailbox: 'bob', host: '' }]],
    ['@example.org', [{ mailbox: '', host: 'example.org' }]],
    ['<@a.example,@b.example:bob@example.org>', [{ ...bob, route: '@a.example,@b.example' }]],
    [',, bob@example.org,', [bob]],
    ['Bob <bob@example.org', [{ ...bob, name: 'Bob' }]],
    ['bob@example.org>, bob@example.org', [bob, bob]],
    ['', []],
    ['<>', []],
    ['(nobody)', []],
  ])('%s', (text, found) => expect(readAddresses(text)).toEqual(found))

  test.each([
    ['undisclosed-recipients:;', [{ mailbox: 'undisclosed-recipients' }, {}]],
    [
      'A Group:Ed <ed@a.example>,bob@example.org;, bob@example.org',
      [{ mailbox: 'A Group' }, { name: 'Ed', mailbox: 'ed', host: 'a.example' }, bob, {}, bob],
    ],
    ['Open: bob@example.org', [{ mailbox: 'Open' }, bob, {}]],
    ['A: bob@example.org; B:;', [{ mailbox: 'A' }, bob, {}, { mailbox: 'B' }, {}]],
  ])('a group stands between two marks: %s', (text, found) =>
    expect(readAddresses(text)).toEqual(found),
  )
})

test('a group on the wire: its name without a host, then NIL all through', () =>
  expect(fetchEnvelope(message('To: Friends: a@b.example;'))).toContain(
    '((NIL NIL "Friends" NIL)(NIL NIL "a" "b.example")(NIL NIL NIL NIL))',
  ))
