import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { fromLatin1, latin1 } from '../../../../core/bytes.ts'
import { emptyCommand } from '../../wire/command-line.ts'
import { readResponseLine } from '../lines.ts'
import { readData } from './untagged.ts'

function read(text: string) {
  const received = readResponseLine(emptyCommand, latin1(`${text}\r\n`), 0)
  if (received.kind !== 'line') throw new Error(received.kind)
  return readData(received.line)
}

const dataOf = (text: string) => {
  const found = read(text)
  return found.ok ? found.data : found.problem
}

describe('untagged data (RFC 9051 §7)', () => {
  test.each([
    ['* OK hello', { type: 'status', status: 'OK', text: 'hello' }],
    [
      '* ok [UIDNEXT 4] soon {3}',
      { status: 'OK', code: { name: 'UIDNEXT', argument: '4' }, text: 'soon {3}' },
    ],
    ['* NO [ALERT] full', { status: 'NO', code: { name: 'ALERT', argument: '' } }],
    [
      '* OK [BADCHARSET (utf-8 "a]b")] x',
      { code: { name: 'BADCHARSET', argument: '(utf-8 "a]b")' }, text: 'x' },
    ],
    ['* OK [no code', { text: '[no code' }],
    ['* BYE', { status: 'BYE', text: '' }],
    ['* CAPABILITY IMAP4rev1 Idle', { type: 'capability', capabilities: ['IMAP4REV1', 'IDLE'] }],
    ['* ENABLED', { type: 'enabled', capabilities: [] }],
    ['* FLAGS (\\Seen $Work \\*)', { type: 'flags', flags: ['\\Seen', '$Work', '\\*'] }],
    ['* 23 EXISTS', { type: 'exists', number: 23 }],
    ['* 5 recent', { type: 'recent', number: 5 }],
    ['* 4 EXPUNGE', { type: 'expunge', number: 4 }],
    [
      '* LIST (\\HasChildren) "/" INBOX',
      { type: 'list', attributes: ['\\HasChildren'], delimiter: '/', name: 'INBOX' },
    ],
    ['* LIST () NIL inbox', { delimiter: undefined, name: 'INBOX' }],
    ['* LIST () "/" "Entw&APw-rfe"', { name: 'Entwürfe' }],
    ['* LIST () "/" {3}\r\na b', { name: 'a b' }],
    ['* LIST () "/" x ("CHILDINFO" ("SUBSCRIBED"))', { name: 'x' }],
    ['* LSUB () "." a.b', { type: 'lsub', delimiter: '.', name: 'a.b' }],
    [
      '* STATUS INBOX (MESSAGES 3 UIDNEXT 9)',
      {
        type: 'counts',
        name: 'INBOX',
        values: new Map([
          ['MESSAGES', '3'],
          ['UIDNEXT', '9'],
        ]),
      },
    ],
    ['* SEARCH', { type: 'search', numbers: [] }],
    ['* SEARCH ', { type: 'search', numbers: [] }],
    ['* SEARCH 2 84 (MODSEQ 9)', { numbers: [2, 84], modSeq: 9 }],
    ['* SORT 3 1', { type: 'sort', numbers: [3, 1] }],
    [
      '* ESEARCH (TAG "a1") UID MIN 2 COUNT 3 ALL 2:3,9 X-MORE (a b)',
      { type: 'search', by: 'uid', min: 2, count: 3, numbers: [2, 3, 9] },
    ],
    ['* ESEARCH', { type: 'search', by: 'number' }],
    ['* VANISHED (EARLIER) 1:3', { type: 'vanished', when: 'earlier', uids: [[1, 3]] }],
    ['* VANISHED 7', { type: 'vanished', when: 'now', uids: [[7, 7]] }],
    ['* QUOTA "" (STORAGE 1 2)', { type: 'other', word: 'QUOTA', text: '"" (STORAGE 1 2)' }],
  ])('%j', (text, expected) => expect(dataOf(text)).toMatchObject(expected))

  test.each([
    ['* ', 2, /A number or a word/],
    ['* 4 FROB', 8, /EXISTS, RECENT/],
    ['* 4 FETCH FLAGS', 10, /`\(` is missing/],
    ['* 4 FETCH (UID 0)', 15, /begins at 1/],
    ['* 4 FETCH (FLAGS (\\Seen)', 24, /`\)` is missing/],
    ['* FLAGS \\Seen', 8, /`\(` is missing/],
    ['* LIST () "/"', 13, /space is missing/],
    ['* SEARCH 1 x', 11, /./],
    ['* ESEARCH ALL 1:4294967295', 14, /more messages than anybody/],
    ['* VANISHED 1:*', 11, /without `\*`/],
    ['* 1 EXISTS now', 10, /Nothing more/],
  ])('%j has its problem at %i', (text, at, message) => {
    const found = read(text)
    expect(found.ok ? found.data : found.problem.span.from).toBe(at)
    expect(found.ok ? '' : found.problem.message).toMatch(message)
  })
})

describe('FETCH (RFC 9051 §7.5.2)', () => {
  const envelope =
    '("Wed, 17 Jul 1996 02:23:25 -0700" "=?utf-8?q?gr=C3=BC=C3=9Fe?=" (("Terry" NIL "gray" "cac.example"))' +
    ' NIL NIL ((NIL NIL "friends" NIL)(NIL NIL "bob" "b.example")(NIL NIL NIL NIL)) NIL NIL NIL "<B27@cac.example>")'

  test('its items as values', () =>
    expect(
      dataOf(
        `* 12 FETCH (UID 5 FLAGS (\\Seen) INTERNALDATE "17-Jul-1996 02:44:25 -0700" RFC822.SIZE 4286 MODSEQ (7) X-THING (a (b "c")) ENVELOPE ${envelope})`,
      ),
    ).toMatchObject({
      type: 'fetch',
      ...{ number: 12, uid: 5, flags: ['\\Seen'], size: 4286, modSeq: 7 },
      internalDate: { at: Date.UTC(1996, 6, 17, 9, 44, 25), zone: -420 },
      envelope: {
        subject: 'grüße',
        from: [{ name: 'Terry', mailbox: 'gray', host: 'cac.example' }],
        to: [
          { mailbox: 'friends', host: undefined },
          { mailbox: 'bob', host: 'b.example' },
          { mailbox: undefined },
        ],
        cc: [],
        messageId: '<B27@cac.example>',
      },
    }))

  test('texts as octets, by what was asked for', () => {
    const data = dataOf(
      '* 1 FETCH (BODY[HEADER.FIELDS (From "a]b")]<0> {4}\r\na)\r\n BODY[2] NIL BODY[1] "x\\"y" RFC822.TEXT ~{1}\r\n\0)',
    )
    if (!('sections' in data)) throw new Error(JSON.stringify(data))
    expect(
      [...data.sections].map(([name, octets]) => [name, octets && fromLatin1(octets)]),
    ).toEqual([
      ['BODY[HEADER.FIELDS (From "a]b")]<0>', 'a)\r\n'],
      ['BODY[2]', null],
      ['BODY[1]', 'x"y'],
      ['RFC822.TEXT', '\0'],
    ])
  })

  test('parts within parts, with and without extension data', () => {
    const text = '("TEXT" "PLAIN" ("CHARSET" "utf-8") NIL NIL "7BIT" 10 2)'
    const file =
      '("APPLICATION" "PDF" ("NAME" "a.pdf") NIL "a file" "BASE64" 99 NIL ("ATTACHMENT" ("FILENAME" "a.pdf")) NIL NIL)'
    const message = `("MESSAGE" "RFC822" NIL NIL NIL "7BIT" 50 ${envelope} ${text} 9)`
    const whole = `* 1 FETCH (BODYSTRUCTURE (${text}${file}(${message}${text} "DIGEST" NIL NIL) "MIXED" ("BOUNDARY" "x") NIL ("en" "de") NIL))`
    expect(dataOf(whole)).toMatchObject({
      structure: {
        kind: 'multipart',
        subtype: 'mixed',
        parts: [
          { type: 'text', subtype: 'plain', lines: 2, parameters: new Map([['charset', 'utf-8']]) },
          {
            ...{ type: 'application', octets: 99, description: 'a file' },
            disposition: { kind: 'attachment', parameters: new Map([['filename', 'a.pdf']]) },
          },
          {
            kind: 'multipart',
            parts: [
              {
                ...{ type: 'message', lines: 9 },
                message: { envelope: { subject: 'grüße' }, structure: { type: 'text' } },
              },
              { type: 'text' },
            ],
          },
        ],
      },
    })
  })

  test('parts without an end of them are given up, not followed', () => {
    const deep = read(`* 1 FETCH (BODY ${'('.repeat(50_000)})`)
    expect(deep.ok).toBe(false)
    expect(deep.ok ? '' : deep.problem.message).toMatch(/More than 40/)
  })
})

test('whatever the server sends, a value or a problem in the text comes of it', () =>
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          fc.constantFrom(
            ...[
              '1 FETCH (',
              'BODY[',
              'BODYSTRUCTURE (',
              'ENVELOPE (',
              'FLAGS (',
              ')',
              '(',
              '"',
              ' ',
            ],
            ...[
              'NIL',
              'UID 4',
              '\\',
              ']',
              '<0>',
              '{2}',
              '1:3',
              'SEARCH',
              'ESEARCH ALL ',
              'STATUS x ',
            ],
          ),
          fc.string({ unit: 'binary', maxLength: 5 }),
        ),
        { maxLength: 20 },
      ),
      (parts) => {
        const text = `* ${parts.join('')}`.replace(/[\r\n]/g, '')
        const found = readData({ text: fromLatin1(latin1(text)), literals: [] })
        if (found.ok) return
        expect(found.problem.span.from).toBeGreaterThanOrEqual(0)
        expect(found.problem.span.to).toBeLessThanOrEqual(text.length)
        expect(found.problem.message).not.toBe('')
      },
    ),
    { seed: 7, numRuns: 2000 },
  ))
