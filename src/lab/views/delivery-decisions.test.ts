import { expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import type { WorldSpec } from '../../world/spec.ts'
import { opener, sendMail, type Changes } from '../../world/testing/services-world.ts'
import { diagramOf, titleOf } from './delivery-diagram.ts'
import { messageStories } from './delivery-stories.ts'

const open = opener(webCrypto)

/** All rows of all messages, when one was sent. */
async function rowsOf(change: Changes, to: string, more: Partial<WorldSpec> = {}) {
  const world = open(change, more)
  await sendMail(world, { rcptTo: [to] })
  return messageStories(world.events).flatMap(
    (story) => diagramOf(story, titleOf(story), 'mail.example.org').rows,
  )
}

/** What stands at a host alone. */
const notes = async (...sent: Parameters<typeof rowsOf>) =>
  (await rowsOf(...sent)).filter(({ kind }) => kind === 'note')

test('an alias has a row, with the sender as it came and as it goes', async () => {
  const rows = await notes(
    { 'mx.alumni.test': { forwarding: { sender: 'srs' } } },
    'bob@alumni.test',
  )
  const alias = rows.find(({ label }) => label === 'alias')
  expect(alias?.from).toBe('mx.alumni.test')
  expect(alias?.sentence).toMatch(/bob@alumni\.test is an alias of bob@example\.net.*SRS0=/)
})

test('what a policy decided has a row with its reason and section', async () => {
  const filters = [{ policy: 'spf', fail: 'refuse' }] as const
  const change = {
    'mx.alumni.test': { forwarding: { sender: 'unchanged' } },
    'mx.example.net': { smtp: { filters } },
  } as const
  const rows = await notes(change, 'bob@alumni.test')
  const decision = rows.find(({ label }) => label === 'spf: refused')
  expect(decision).toMatchObject({ from: 'mx.example.net', tone: 'fail' })
  expect(decision?.detail.source).toMatchObject({ rfc: 7208 })
  expect(decision?.detail.reason).toBeTruthy()
})

test('what was asked in the midst of a command stands before what came of it', async () => {
  const filters = [{ policy: 'spf', fail: 'refuse' }] as const
  const change = {
    'mx.alumni.test': { forwarding: { sender: 'unchanged' } },
    'mx.example.net': { smtp: { filters } },
  } as const
  const rows = await rowsOf(change, 'bob@alumni.test')
  const last = rows.filter(({ from, to }) => [from, to].includes('mx.example.net'))
  const at = (sought: string): number => last.findIndex(({ label }) => label.startsWith(sought))
  expect(at('spf: refused')).toBeGreaterThan(0)
  expect(last[at('spf: refused') - 1]).toMatchObject({ kind: 'question' })
  expect(last.at(-1)).not.toMatchObject({ kind: 'question' })
})

test('commands that wait for a decision are no message', async () => {
  const filters = [{ policy: 'spf', fail: 'refuse' }] as const
  const change = {
    'mx.alumni.test': { forwarding: { sender: 'unchanged' } },
    'mx.example.net': { smtp: { filters } },
  } as const
  const rows = await rowsOf(change, 'bob@alumni.test')
  const sent = rows.filter(({ kind, to }) => kind === 'message' && to === 'mx.example.net')
  expect(sent).toEqual([])
  expect(rows.some(({ kind, to }) => kind === 'message' && to === 'mx.alumni.test')).toBe(true)
})

test('what is done on the wire has a row, which neither side sees', async () => {
  const onPath = [{ to: 'mx.example.net', port: 25, does: 'strip-starttls' }] as const
  const rows = await notes({ 'mx.example.net': { smtp: { tls: 'offered' } } }, 'bob@example.net', {
    onPath,
  })
  const done = rows.find(({ label }) => label === 'on the wire: strip-starttls')
  expect(done).toMatchObject({ tone: 'warn', seenBy: [] })
})
