import { expect, test } from 'vitest'
import type { WorldEvent } from '../../lab/types.ts'
import { followedPanel } from './followed-panel.ts'

const mail = { type: 'command', verb: 'MAIL', code: 250 }
const refused = { type: 'command', verb: 'MAIL', code: 503 }
const delivered = { type: 'delivered' }

test.each([
  ['nothing happened', [], undefined],
  ['an envelope is begun', [mail], 'envelope'],
  ['the message has arrived', [mail, delivered], 'mailbox'],
  ['a line is refused after that', [mail, delivered, refused], 'mailbox'],
  ['the next envelope is begun', [mail, delivered, mail], 'envelope'],
])('when %s', (_, events, panel) =>
  expect(followedPanel(events as unknown as WorldEvent[], ['envelope', 'mailbox'])).toBe(panel),
)

test('where there is no envelope nothing is followed', () =>
  expect(followedPanel([delivered] as unknown as WorldEvent[], ['mailbox'])).toBeUndefined())
