import { describe, expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import {
  decisionsOf,
  eventsOf,
  fieldOf,
  heldBy,
  messagesIn,
  opener,
  sendMail,
} from '../testing/services-world.ts'
import { specialAddresses, specialNamed } from './special-addresses.ts'

const open = opener(webCrypto)
const ALICE = 'alice@example.org'
const MINUTE = 60_000

const special = () => open({ 'mx.example.net': { specialAddresses: true } })

async function write(world: ReturnType<typeof special>, name: string) {
  const to = `${name}@example.net`
  const { end } = await sendMail(world, {
    rcptTo: [to],
    headers: [
      ['From', ALICE],
      ['To', to],
      ['Subject', 'Hello'],
    ],
  })
  return end
}

test('no two have one name, and each says what it does', () => {
  const names = specialAddresses.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const { about } of specialAddresses) expect(about).toMatch(/^[A-Z].*\.$/)
})

describe('a reply on request', () => {
  const refusals = specialAddresses.flatMap(({ name, act }) =>
    act.kind === 'refuse' ? [[name, act.code, act.enhanced, act.at] as const] : [],
  )
  test.each(refusals)('%s@ → %i %s at %s', async (name, code, enhanced, at) => {
    const world = special()
    expect(await write(world, name)).toMatchObject({ kind: 'rejected', code })
    const verb = at === 'RCPT' ? 'RCPT' : '.'
    const said = eventsOf(world, 'command').find((one) => one.verb === verb)
    expect(said).toMatchObject({ code, enhanced })
    const action = code < 500 ? 'deferred' : 'refused'
    expect(decisionsOf(world)).toContain(`special address ${action} ${name}@example.net`)
  })
})

test.each([
  ['inbox', 'inbox'],
  ['junk', 'junk'],
  ['autoreply', 'inbox'],
  ['complain', 'inbox'],
  ['vanish', 'undeliverable'],
  ['bounce-later', 'undeliverable'],
  ['loop', 'undeliverable'],
  ['slow', 'inbox'],
  ['drop', 'deferred'],
  ['timeout', 'deferred'],
  ['close', 'rejected'],
])('%s@ ends as %s', async (name, kind) => {
  expect((await write(special(), name)).kind).toBe(kind)
})

test('greylisted@ accepts the second try, a while later', async () => {
  const world = special()
  expect(await write(world, 'greylisted')).toMatchObject({ kind: 'rejected', code: 450 })
  world.advanceClock(31 * MINUTE)
  await world.settled()
  expect(eventsOf(world, 'delivered').map(({ mailbox }) => mailbox)).toEqual([
    'greylisted@example.net',
  ])
})

test.each([
  ['bounce-later', '5.2.1'],
  ['loop', '5.4.6'],
])('%s@ is reported with %s', async (name, status) => {
  const world = special()
  await write(world, name)
  expect(eventsOf(world, 'reported')).toMatchObject([{ to: ALICE, about: [{ status }] }])
  expect(heldBy(world, ALICE)).toHaveLength(1)
})

test('autoreply@ answers once, with the null sender', async () => {
  const world = special()
  await write(world, 'autoreply')
  await write(world, 'autoreply')
  const [answer, more] = messagesIn(world, ALICE)
  expect(more).toBeUndefined()
  expect(fieldOf(answer, 'Return-Path')).toBe('<>')
  expect(fieldOf(answer, 'Auto-Submitted')).toBe('auto-replied')
  expect(fieldOf(answer, 'Subject')).toBe('Auto: Hello')
})

test('complain@ reports to the sender’s host', async () => {
  const world = open({
    'mx.example.net': {
      specialAddresses: true,
      feedbackLoops: [{ domain: 'example.org', to: ALICE }],
    },
  })
  await write(world, 'complain')
  expect(messagesIn(world, ALICE)[0]).toMatch(/^Feedback-Type: abuse\r$/m)
  expect(messagesIn(world, ALICE)[0]).toMatch(/^Original-Rcpt-To: <complain@example\.net>\r$/m)
})

test('a host that wants none knows none of them', async () => {
  expect(await write(open(), '451')).toMatchObject({ kind: 'rejected', code: 550 })
  expect(specialNamed('Full@example.net')?.name).toBe('full')
})

test('a mailbox of the same name comes first', async () => {
  const world = open(
    { 'mx.example.net': { specialAddresses: true } },
    { mailboxes: [{ address: ALICE }, { address: 'full@example.net' }] },
  )
  expect(await write(world, 'full')).toMatchObject({ kind: 'inbox' })
})
