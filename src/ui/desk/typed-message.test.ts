import { expect, test } from 'vitest'
import type { WorldEvent } from '../../lab/types.ts'
import { typedMessage } from './typed-message.ts'

const opened = (connection: number, from: string) => ({ type: 'opened', connection, from })
const mail = (connection: number, code = 250) => ({
  type: 'command',
  verb: 'MAIL',
  code,
  connection,
})

test.each([
  ['nothing happened', [], undefined],
  ['a server sends', [opened(1, 'mail'), mail(1)], undefined],
  ['one types', [opened(1, 'desk'), mail(1)], { connection: 1, at: 1 }],
  ['it is refused', [opened(1, 'desk'), mail(1, 550)], { connection: 1, at: 1 }],
  ['another follows', [opened(1, 'desk'), mail(1), mail(1)], { connection: 1, at: 2 }],
  [
    'a server sends it on',
    [opened(1, 'desk'), mail(1), opened(2, 'mail'), mail(2)],
    { connection: 1, at: 1 },
  ],
])('when %s', (_, events, typed) =>
  expect(typedMessage(events as unknown as WorldEvent[], 'desk')).toEqual(typed),
)
