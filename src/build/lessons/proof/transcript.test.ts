import { expect, test } from 'vitest'
import { readTranscript, turnsOf } from './transcript.ts'

const source = `# A call
$ nc mx.example.org 25
S: 220 mx

C: DATA
C:
C:  two spaces
S: 250-a
S: 250 b
`

test('reads who sends each line, and where', () =>
  expect(readTranscript(source)).toEqual({
    ok: true,
    lines: [
      { who: '$', text: 'nc mx.example.org 25', line: 2 },
      { who: 'S', text: '220 mx', line: 3 },
      { who: 'C', text: 'DATA', line: 5 },
      { who: 'C', text: '', line: 6 },
      { who: 'C', text: ' two spaces', line: 7 },
      { who: 'S', text: '250-a', line: 8 },
      { who: 'S', text: '250 b', line: 9 },
    ],
  }))

test('what must be received belongs to the line before it', () => {
  const reading = readTranscript(source)
  const turns = reading.ok ? turnsOf(reading.lines) : []
  expect(
    turns.map(({ typed, received }) => [typed.text, ...received.map(({ text }) => text)]),
  ).toEqual([['nc mx.example.org 25', '220 mx'], ['DATA'], [''], [' two spaces', '250-a', '250 b']])
})

test.each([['EHLO x'], ['c: EHLO x'], ['$nc'], ['C:EHLO x']])('%s has no speaker', (line) =>
  expect(readTranscript(`S: 220\n${line}`)).toMatchObject({ ok: false, line: 2 }),
)

test.each([
  ['M: newsletter', { who: 'M', text: 'newsletter' }],
  ['T: 15 min', { who: 'T', text: '15 min' }],
  ['@ 2 mx.example.net', { who: '@', text: '2 mx.example.net' }],
  ['? card: a.b=c', { who: '?', text: 'card: a.b=c' }],
])('%s is read', (line, read) =>
  expect(readTranscript(line)).toEqual({ ok: true, lines: [{ ...read, line: 1 }] }),
)
