import fc from 'fast-check'
import { expect, test } from 'vitest'
import { utf8 } from '../../core/bytes.ts'
import { createMemoryStore } from './memory-store.ts'
import type { MailAccount, Mailbox } from './store.ts'
import { VanishedLog } from './vanished-log.ts'

/** One thing that anybody may do to an account. Mailboxes and UIDs are often ones that are there. */
const name = fc.constantFrom('INBOX', 'a', 'a/b', 'c', 'inbox/d')
const uidSet = fc.array(fc.integer({ min: 0, max: 12 }), { maxLength: 4 })
const flagSet = fc.subarray(['\\Seen', '\\deleted', 'Work', 'work', '$Junk'])
const act = fc.oneof(
  fc.record({ do: fc.constant('append' as const), name, flags: flagSet, count: fc.nat(3) }),
  fc.record({
    do: fc.constant('store' as const),
    name,
    uids: uidSet,
    flags: flagSet,
    since: fc.option(fc.nat(20), { nil: undefined }),
    mode: fc.constantFrom('set', 'add', 'remove'),
  }),
  fc.record({ do: fc.constant('expunge' as const), name, uids: uidSet }),
  fc.record({
    do: fc.constantFrom('copy' as const, 'move' as const),
    name,
    to: name,
    uids: uidSet,
  }),
  fc.record({ do: fc.constantFrom('create' as const, 'remove' as const), name }),
  fc.record({ do: fc.constant('rename' as const), name, to: name }),
)

type Act = typeof act extends fc.Arbitrary<infer A> ? A : never

function perform(account: MailAccount, it: Act): void {
  const mailbox = account.mailbox(it.name)
  switch (it.do) {
    case 'append': {
      const bytes = utf8('x'.repeat(it.count))
      mailbox?.append(
        Array.from({ length: it.count }, () => ({ bytes, internalDate: 0, flags: it.flags })),
      )
      return
    }
    case 'store':
      mailbox?.store(it.uids, {
        mode: it.mode,
        flags: it.flags,
        ...(it.since !== undefined && { unchangedSince: it.since }),
      })
      return
    case 'expunge':
      mailbox?.expunge(it.uids)
      return
    case 'copy':
    case 'move': {
      const to = account.mailbox(it.to)
      if (to) mailbox?.[it.do](it.uids, to)
      return
    }
    case 'create':
      account.create(it.name)
      return
    case 'remove':
      account.remove(it.name)
      return
    case 'rename':
      account.rename(it.name, it.to)
  }
}

interface Snapshot {
  readonly uids: readonly number[]
  readonly uidNext: number
  readonly modSeq: number
}

const snapshot = (mailbox: Mailbox): Snapshot => ({
  uids: mailbox.messages.map(({ uid }) => uid),
  uidNext: mailbox.uidNext,
  modSeq: mailbox.highestModSeq,
})

/** What holds for a mailbox before and after anything (RFC 9051 §2.3.1, RFC 7162 §3.1.1). */
function compare(before: Snapshot, mailbox: Mailbox): void {
  const after = snapshot(mailbox)
  const there = new Set(after.uids)
  expect(after.uidNext).toBeGreaterThanOrEqual(before.uidNext)
  expect(after.modSeq).toBeGreaterThanOrEqual(before.modSeq)
  for (const uid of after.uids)
    if (!before.uids.includes(uid)) expect(uid).toBeGreaterThanOrEqual(before.uidNext)
  const gone = before.uids.filter((uid) => !there.has(uid))
  if (mailbox.alive)
    expect(mailbox.vanishedSince(before.modSeq)).toEqual(expect.arrayContaining(gone))
  if (gone.length) expect(after.modSeq).toBeGreaterThan(before.modSeq)
}

/** What always holds. */
function inspect(account: MailAccount): void {
  const entries = account.list()
  const boxes = entries.flatMap(({ mailbox }) => mailbox ?? [])
  const all = boxes.flatMap(({ messages }) => messages)
  expect(account.usage).toEqual({
    messages: all.length,
    storage: all.reduce((sum, { bytes }) => sum + bytes.length, 0),
  })
  expect(new Set(boxes.map(({ uidValidity }) => uidValidity)).size).toBe(boxes.length)
  for (const { name, mailbox, children } of entries) {
    expect(children === 'some').toBe(entries.some((other) => other.name.startsWith(`${name}/`)))
    if (!mailbox) expect(children).toBe('some')
    if (mailbox) inspectMailbox(mailbox, name)
  }
}

function inspectMailbox(mailbox: Mailbox, name: string): void {
  expect([mailbox.name, mailbox.alive]).toEqual([name, true])
  let last = 0
  for (const message of mailbox.messages) {
    expect(message.uid).toBeGreaterThan(last)
    expect(message.uid).toBeLessThan(mailbox.uidNext)
    expect(message.modSeq).toBeLessThanOrEqual(mailbox.highestModSeq)
    expect(new Set(message.flags.map((flag) => flag.toLowerCase())).size).toBe(message.flags.length)
    expect(mailbox.find(message.uid)).toBe(message)
    last = message.uid
  }
}

test('whatever is done, UIDs rise, nothing is lost without a word, and the sums are right', () =>
  fc.assert(
    fc.property(
      fc.array(act, { maxLength: 30 }),
      fc.option(fc.nat(8), { nil: undefined }),
      (acts, messages) => {
        const account = createMemoryStore(
          messages === undefined ? {} : { limits: { messages } },
        ).open('bob')
        for (const it of acts) {
          const before = account
            .list()
            .flatMap(({ mailbox }) => (mailbox ? [{ mailbox, was: snapshot(mailbox) }] : []))
          perform(account, it)
          for (const { mailbox, was } of before) compare(was, mailbox)
          inspect(account)
          if (messages !== undefined) expect(account.usage.messages).toBeLessThanOrEqual(messages)
        }
      },
    ),
    { seed: 9051, numRuns: 400 },
  ))

test('a log that has forgotten reports it', () => {
  const log = new VanishedLog(3)
  log.add(2, [1, 5])
  log.add(3, [2])
  expect(log.since(1)).toEqual([1, 2, 5])
  log.add(4, [9, 7])
  expect(log.since(1)).toBeUndefined()
  expect(log.since(2)).toEqual([2, 7, 9])
  expect(log.since(4)).toEqual([])
})
