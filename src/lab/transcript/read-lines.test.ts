import { describe, expect, test } from 'vitest'
import { limits } from './limits.ts'
import { readLines } from './read-lines.ts'

/** Each line as `who connection text`, what goes on with it behind ` / `. */
const shown = (text: string): string[] =>
  readLines(text).lines.map(({ who, connection, text: said, more }) =>
    [`${who}${connection && `(${connection})`} ${said}`, ...more.map((one) => one.text)].join(
      ' / ',
    ),
  )

describe('marks', () => {
  test.each([
    ['C: EHLO a\nS: 250 b', ['client EHLO a', 'server 250 b']],
    ['C:EHLO a\nS:', ['client EHLO a', 'server ']],
    ['Client: QUIT\r\nServer: 221 Bye\r\n', ['client QUIT', 'server 221 Bye']],
    ['    S: 220 a\n    C: QUIT', ['server 220 a', 'client QUIT']],
    ['S: 220 a\n      C: QUIT', ['server 220 a', 'client QUIT']],
    ['> EHLO a\n< 250 b\n* done', ['client EHLO a', 'server 250 b', 'note * done']],
    [' -> EHLO a\n<-  250 b\n<** 550 c', ['client EHLO a', 'server 250 b', 'server 550 c']],
    ['>>> QUIT\n<<< 221 Bye', ['client QUIT', 'server 221 Bye']],
    ['C: DATA\nS: 354 Go\nC: > quoted', ['client DATA', 'server 354 Go', 'client > quoted']],
    ['C1: NOOP\nS2: 220 b', ['client(1) NOOP', 'server(2) 220 b']],
    ['C (imap): a NOOP', ['client(imap) a NOOP']],
  ])('%j', (text, lines) => expect(shown(text)).toEqual(lines))
})

describe('what is no line', () => {
  test.each([
    ['# first\nC: QUIT', ['note # first', 'client QUIT']],
    ['C: QUIT\n(the line is closed)', ['client QUIT', 'note (the line is closed)']],
    ['S: <wait for connection>\nC: QUIT', ['note <wait for connection>', 'client QUIT']],
    ['C: QUIT\n...\n[…]', ['client QUIT', 'gap ', 'gap ']],
    ['C: QUIT\nC: ...', ['client QUIT', 'gap ']],
    ['== alice ==\nC: QUIT', ['heading(alice) alice', 'client(alice) QUIT']],
    ['$ nc mx.example.org 25\nC: QUIT', ['note $ nc mx.example.org 25', 'client QUIT']],
    ['C: RCPT TO:<bob@example.org>', ['client RCPT TO:<bob@example.org>']],
  ])('%j', (text, lines) => expect(shown(text)).toEqual(lines))
})

describe('lines that go on', () => {
  test.each([
    ['S: 250-a\n   250 b', ['server 250-a / 250 b']],
    ['C: From: a\n   To: b\n\n   Hi\nC: .', ['client From: a / To: b /  / Hi', 'client .']],
    ['S: * FLAGS (\\Seen\n      \\Draft)', ['server * FLAGS (\\Seen /    \\Draft)']],
  ])('%j', (text, lines) => expect(shown(text)).toEqual(lines))
})

describe('a session without marks', () => {
  test.each([
    [
      'Trying 192.0.2.1...\n220 a\nHELO b\n250 a\n\nDATA\n354 go\nSubject: x\n\n250 pears\n.\n250 ok',
      [
        ...['note Trying 192.0.2.1...', 'server 220 a', 'client HELO b', 'server 250 a'],
        ...['client DATA', 'server 354 go', 'client Subject: x', 'client ', 'client 250 pears'],
        ...['client .', 'server 250 ok'],
      ],
    ],
    [
      '+OK hi\nRETR 1\n+OK\nSubject: x\n\n.\nQUIT\n+OK',
      [
        ...['server +OK hi', 'client RETR 1', 'server +OK', 'server Subject: x', 'server '],
        ...['server .', 'client QUIT', 'server +OK'],
      ],
    ],
    [
      '* OK hi\na LOGIN b c\na OK in\nb IDLE\n+ idling\nDONE\nb OK',
      [
        ...['server * OK hi', 'client a LOGIN b c', 'server a OK in', 'client b IDLE'],
        ...['server + idling', 'client DONE', 'server b OK'],
      ],
    ],
  ])('%j', (text, lines) => expect(shown(text)).toEqual(lines))
})

describe('problems', () => {
  const problems = (text: string) =>
    readLines(text).problems.map(({ kind, span }) => [kind, text.slice(span.from, span.to)])

  test.each([
    ['C: QUIT\nwhat is this', [['no-mark', 'what is this']]],
    ['', [['no-line', '']]],
    ['# nothing', [['no-line', '# nothing']]],
    ['just text', [['no-line', 'just text']]],
  ])('%j', (text, found) => expect(problems(text)).toEqual(found))

  test('what is beyond a limit is left out, and said', () => {
    const long = `C: ${'x'.repeat(limits.line)}\nS: 250 a`
    expect(problems(long).map(([kind]) => kind)).toEqual(['too-long'])
    expect(readLines(long).lines).toHaveLength(2)
    const many = 'C: NOOP\n'.repeat(limits.lines + 5)
    expect(problems(many).map(([kind]) => kind)).toEqual(['too-many-lines'])
    expect(readLines(many).lines).toHaveLength(limits.lines)
    expect(problems('C: a\n' + '#'.repeat(limits.text))[0]![0]).toBe('too-long')
  })
})

test('a span is what was written behind the mark', () => {
  const text = '# a\n  C: EHLO b\n     c\n'
  const [, line] = readLines(text).lines
  expect(text.slice(line!.span.from, line!.span.to)).toBe('EHLO b\n     c')
})
