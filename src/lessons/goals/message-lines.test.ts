import { expect, test } from 'vitest'
import { utf8 } from '../../core/bytes.ts'
import type { WorldEvent } from '../../world/events/index.ts'
import { evidence, talk } from '../testing/evidence.ts'
import { judge } from './index.ts'

const wire = (text: string, connection = 1): WorldEvent =>
  ({ at: 0, type: 'wire', from: 'client', connection, bytes: utf8(text) }) as WorldEvent

const data = talk(['→ 220 ready', 'DATA → 354 go on'])

const stand = (has: readonly string[], ...events: readonly WorldEvent[]) =>
  judge({ kind: 'message-lines', has }, evidence({ events: [...data, ...events] }))

test.each([
  ['a whole line', ['QUIT'], 'Twelve.\r\nquit\r\n'],
  ['a line with spaces', ['.'], '. \r\n'],
  ['the start of a line', ['MAIL FROM:*'], 'MAIL FROM:<a@b.example>\r\n'],
])('%s is met', (_, has, text) => expect(stand(has, wire(text))).toEqual({ met: true }))

test('a line that a bare LF ends is another matter', () => {
  const events = [...data, wire('hi\n.\n')]
  expect(stand(['.'], wire('hi\n.\n'))).toMatchObject({ met: false })
  const bare = { kind: 'message-lines', has: ['.'], ends: 'lf' }
  expect(judge(bare, evidence({ events }))).toEqual({ met: true })
  const proper = [...data, wire('hi\r\n. \r\n')]
  expect(judge(bare, evidence({ events: proper }))).toMatchObject({ met: false })
})

test('a line may come in pieces', () =>
  expect(stand(['QUIT'], wire('QU'), wire('IT\r\n'))).toEqual({ met: true }))

test.each<[string, WorldEvent[]]>([
  ['a line that is not ended', [wire('QUIT')]],
  ['a part of a line', [wire('QUIT it\r\n')]],
  ['a line of another connection', [wire('QUIT\r\n', 2)]],
])('%s is not met', (_, events) =>
  expect(stand(['QUIT'], ...events)).toEqual({
    met: false,
    reason: 'No line of the message is `QUIT`.',
  }),
)

test('once the message is ended it is not met', () =>
  expect(stand(['QUIT'], wire('QUIT\r\n.\r\n'), ...talk(['. → 250 taken']))).toEqual({
    met: false,
    reason: 'No server is writing down a message.',
  }))
