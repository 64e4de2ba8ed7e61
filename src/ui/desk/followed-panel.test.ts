import { expect, test } from 'vitest'
import type { Step, StepProgress, WorldEvent } from '../../lab/types.ts'
import { followedPanel, openedPanel } from './followed-panel.ts'

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

test.each([
  ['its question is open', {}, 'open', undefined],
  ['nothing is judged yet', {}, undefined, undefined],
  ['a guess is made', {}, 'committed', 'time'],
  ['its question is settled', {}, 'settled', 'time'],
  ['it asks nothing', undefined, undefined, 'time'],
])('a step opens its panel or not: %s', (_, card, state, panel) => {
  const step = { opens: 'time', card } as unknown as Step
  const progress = (card && !state ? undefined : { card: state && { state } }) as
    StepProgress | undefined
  expect(openedPanel(step, progress)).toBe(panel)
})
