import fc from 'fast-check'
import { expect, test } from 'vitest'
import { concatBytes, utf8 } from '../../../core/bytes.ts'
import { emptyReply, readReply, type ReplyBuffer } from './read-reply.ts'
import { renderReply, type Reply } from './reply.ts'

const read = (text: string): unknown => {
  const found = readReply(emptyReply, utf8(text), 0)
  return found.kind === 'reply' ? found.reply : found.kind
}

test.each([
  ['250 Ok\r\n', { code: 250, lines: ['Ok'] }],
  ['250\r\n', { code: 250, lines: [''] }],
  ['250 \r\n', { code: 250, lines: [''] }],
  ['250 2.1.5 Ok\r\n', { code: 250, enhanced: '2.1.5', lines: ['Ok'] }],
  ['250 2.1.5\r\n', { code: 250, enhanced: '2.1.5', lines: [''] }],
  ['250 5.1.5 odd\r\n', { code: 250, lines: ['5.1.5 odd'] }],
  ['250 1.2.3.4 is you\r\n', { code: 250, lines: ['1.2.3.4 is you'] }],
  ['250-a\r\n250 b\r\n', { code: 250, lines: ['a', 'b'] }],
  ['550-5.7.1 no\r\n550 5.7.1 never\r\n', { code: 550, enhanced: '5.7.1', lines: ['no', 'never'] }],
  [
    '250-First line\r\n250-234 Text beginning with numbers\r\n250 The last line\r\n',
    { code: 250, lines: ['First line', '234 Text beginning with numbers', 'The last line'] },
  ],
  ['250 Ok\n', { code: 250, lines: ['Ok'] }],
  ['250 Ok', 'partial'],
  ['250-Ok\r\n', 'partial'],
  ['HTTP/1.1 400 Bad Request\r\n', 'nonsense'],
  ['150 wait\r\n', 'nonsense'],
  ['650 what\r\n', 'nonsense'],
  ['280 what\r\n', 'nonsense'],
  ['25 Ok\r\n', 'nonsense'],
  ['\r\n', 'nonsense'],
  ['250-x\r\n'.repeat(2000), 'nonsense'],
])('%j', (text, expected) => expect(read(text)).toEqual(expected))

test('what a server renders is read again, in any pieces', () => {
  const text = fc.string({ unit: fc.constantFrom(...'aZ -3.é'), maxLength: 60 })
  const given = fc.record({
    code: fc.constantFrom(220, 250, 354, 421, 450, 550, 554),
    lines: fc.array(
      text.filter((line) => !/^\d\.\d/.test(line)),
      { minLength: 1, maxLength: 4 },
    ),
  })
  fc.assert(
    fc.property(
      fc.array(given, { minLength: 1, maxLength: 4 }),
      fc.integer({ min: 1, max: 9 }),
      (replies, size) => {
        expect(
          readAll(
            concatBytes(replies.map((each) => renderReply({ ...each, charset: 'utf8' }))),
            size,
          ),
        ).toEqual(replies)
      },
    ),
    { seed: 1, numRuns: 200 },
  )
})

function readAll(bytes: Uint8Array, size: number): Reply[] {
  const found: Reply[] = []
  let buffer: ReplyBuffer = emptyReply
  for (let start = 0; start < bytes.length; start += size) {
    const piece = bytes.subarray(start, start + size)
    for (let from = 0; from < piece.length;) {
      const read = readReply(buffer, piece, from)
      buffer = read.kind === 'partial' ? read.buffer : emptyReply
      if (read.kind === 'reply') found.push(read.reply)
      from = read.kind === 'partial' ? piece.length : read.next
    }
  }
  return found
}
