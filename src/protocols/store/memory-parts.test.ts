import { describe, expect, test } from 'vitest'
import { latin1 } from '../../core/bytes.ts'
import { KeywordRegistry } from './keyword-registry.ts'
import { MailboxTree } from './mailbox-tree.ts'
import { MemoryStore } from './memory-store.ts'
import { QuotaMeter } from './quota-meter.ts'
import { ThreadIndex } from './thread-index.ts'

describe('KeywordRegistry', () => {
  test('keeps the first spelling and leaves system flags out', () => {
    const registry = new KeywordRegistry(5)
    registry.register(['Work', '\\Seen'])
    registry.register(['WORK', '$Junk'])
    expect(registry.all).toEqual(['Work', '$Junk'])
    expect(registry.normalize(['work', '\\seen'])).toEqual(['\\Seen', 'Work'])
  })

  test('registers none if they are too many', () => {
    const registry = new KeywordRegistry(2)
    expect(registry.register(['a'])).toBe(true)
    expect(registry.register(['A', 'b', 'c'])).toBe(false)
    expect(registry.all).toEqual(['a'])
  })
})

describe('MailboxTree', () => {
  const tree = (...names: string[]): MailboxTree<{ name: string }> => {
    const made = new MailboxTree<{ name: string }>()
    for (const name of names) made.add({ name })
    return made
  }

  test('lists parents that are only names', () => {
    const found = tree('a/b', 'INBOX').entries()
    expect(found.map(({ name, mailbox, children }) => [name, !!mailbox, children])).toEqual([
      ['INBOX', true, 'none'],
      ['a', false, 'some'],
      ['a/b', true, 'none'],
    ])
  })

  test.each([
    ['c', 'already-exists'],
    ['x'.repeat(256), 'bad-name'],
  ])('renames nothing where one new name is %s', (taken, reason) => {
    const made = tree('a', 'b', 'c')
    const outcome = made.renameAll([
      ['a', 'd'],
      ['b', taken],
    ])
    expect(outcome).toEqual({ ok: false, reason })
    expect([...made.byName.keys()]).toEqual(['a', 'b', 'c'])
  })

  test('lets two mailboxes swap names', () => {
    const made = tree('a', 'b')
    const [a, b] = [made.get('a'), made.get('b')]
    expect(
      made.renameAll([
        ['a', 'b'],
        ['b', 'a'],
      ]).ok,
    ).toBe(true)
    expect([made.get('a'), made.get('b')]).toEqual([b, a])
    expect(a?.name).toBe('b')
  })
})

test('a quota is reached, not passed, and what goes makes room', () => {
  const meter = new QuotaMeter({ storage: 10, messages: 2 })
  meter.add({ storage: 8, messages: 1 })
  expect(meter.hasRoomFor({ storage: 2, messages: 1 })).toBe(true)
  expect(meter.hasRoomFor({ storage: 3, messages: 1 })).toBe(false)
  expect(meter.hasRoomFor({ storage: 1, messages: 2 })).toBe(false)
  meter.remove({ storage: 8, messages: 1 })
  expect(meter.usage).toEqual({ storage: 0, messages: 0 })
})

test('an answer that comes before its question has the thread of the question', () => {
  const index = new ThreadIndex()
  let made = 0
  const threadOf = (header: string): string =>
    index.threadOf(latin1(`${header}\r\n\r\n`), () => `T${++made}`)
  expect(threadOf('Message-ID: <2@x>\r\nReferences: <0@x> <1@x>')).toBe('T1')
  expect(threadOf('Message-ID: <1@x>')).toBe('T1')
  expect(threadOf('Message-ID: <9@x>')).toBe('T2')
  expect([...index.byMessageId.keys()]).toEqual(['<2@x>', '<1@x>', '<0@x>', '<9@x>'])
})

test('a store shows the lock of a maildrop, and a second release leaves the next lock alone', () => {
  const account = new MemoryStore().open('bob')
  const release = account.lockMaildrop()!
  expect(account.maildropLock).toBeDefined()
  release()
  expect(account.maildropLock).toBeUndefined()
  account.lockMaildrop()
  release()
  expect(account.maildropLock).toBeDefined()
})
