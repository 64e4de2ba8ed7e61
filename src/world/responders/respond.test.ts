import { expect, test } from 'vitest'
import { latin1 } from '../../core/bytes.ts'
import { parseMessage } from '../../message/parse.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { decisionsOf, heldBy, opener, sendMail } from '../testing/services-world.ts'
import { againstResponse } from './respond.ts'

const BOB = 'bob@example.net'
const ALICE = 'alice@example.org'
const DAY = 24 * 60 * 60_000

test.each([
  ['a person’s message', ALICE, 'To: Bob <bob@example.net>', undefined],
  ['one to several', ALICE, 'Cc: x@y.test, BOB@example.net', undefined],
  ['one that says it is no machine’s', ALICE, `To: ${BOB}\r\nAuto-Submitted: no`, undefined],
  ['the null sender', '', `To: ${BOB}`, '2'],
  ['a machine', ALICE, `To: ${BOB}\r\nAuto-Submitted: auto-generated`, '5'],
  ['a list', ALICE, `To: ${BOB}\r\nList-Id: <club.club.test>`, '2'],
  ['bulk mail', ALICE, `To: ${BOB}\r\nPrecedence: bulk`, '2'],
  ['a blind copy', ALICE, 'To: carol@example.net', '2'],
  ['a list’s owner', 'owner-club@club.test', `To: ${BOB}`, '2'],
  ['a list’s bounces', 'club-bounces+x=y@club.test', `To: ${BOB}`, '2'],
  ['a mailer', 'MAILER-DAEMON@example.org', `To: ${BOB}`, '2'],
])('%s', (_, from, header, section) =>
  expect(againstResponse(parseMessage(latin1(`${header}\r\n\r\n`)), from, BOB)?.section).toBe(
    section,
  ),
)

const away = (every?: number) =>
  opener(webCrypto)(
    {},
    {
      mailboxes: [
        { address: ALICE },
        { address: BOB, vacation: { text: 'Away.\n', ...(every && { every }) } },
      ],
    },
  )

const write = (world: ReturnType<typeof away>) =>
  sendMail(world, {
    rcptTo: [BOB],
    headers: [
      ['From', ALICE],
      ['To', BOB],
      ['Subject', 'Hello'],
    ],
  })

test('the same sender has an answer once a week', async () => {
  const world = away()
  await write(world)
  await write(world)
  expect(heldBy(world, ALICE)).toEqual(['junk: Auto: Hello'])
  world.advanceClock(8 * DAY)
  await world.settled()
  await write(world)
  expect(heldBy(world, ALICE)).toHaveLength(2)
  expect(decisionsOf(world)).toEqual([
    `vacation answered ${ALICE}`,
    `vacation noted ${ALICE}`,
    `vacation answered ${ALICE}`,
  ])
})
