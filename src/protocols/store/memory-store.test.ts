import { describe, expect, test } from 'vitest'
import { utf8 } from '../../core/bytes.ts'
import { KEYWORDS } from './limits.ts'
import { createMemoryStore } from './memory-store.ts'
import type { MailAccount, Mailbox, NewMail } from './store.ts'

const at = Date.parse('2026-03-01T12:00:00Z')

const mail = (text: string, flags: readonly string[] = []): NewMail => ({
  bytes: utf8(text),
  internalDate: at,
  flags,
})

const account = (): MailAccount => createMemoryStore().open('bob')

const names = (it: MailAccount): string[] =>
  it.list().map(({ name, mailbox }) => (mailbox ? name : `(${name})`))

function filled(count: number): { it: MailAccount; inbox: Mailbox; other: Mailbox } {
  const it = account()
  const inbox = it.mailbox('INBOX')!
  inbox.append(Array.from({ length: count }, (_, n) => mail(`Subject: ${n + 1}\r\n\r\nx`)))
  const made = it.create('Other')
  if (!made.ok) throw new Error(made.reason)
  return { it, inbox, other: made.mailbox }
}

const uids = (mailbox: Mailbox): number[] => mailbox.messages.map(({ uid }) => uid)

describe('accounts', () => {
  test('are opened once, in upper or lower case', () => {
    const store = createMemoryStore()
    expect(store.account('bob')).toBeUndefined()
    const bob = store.open('Bob')
    expect(store.open('bOB')).toBe(bob)
    expect(store.account('bob')).toBe(bob)
    expect(store.logins).toEqual(['Bob'])
  })

  test('have an INBOX, and what the store gives all of them', () => {
    const store = createMemoryStore({
      mailboxes: [{ name: 'Junk', specialUse: '\\Junk' }, { name: 'Archive' }],
    })
    expect(store.open('bob').list()).toMatchObject([
      { name: 'INBOX', subscribed: true },
      { name: 'Archive', subscribed: true },
      { name: 'Junk', specialUse: '\\Junk', subscribed: true },
    ])
  })
})

describe('mailbox names', () => {
  test.each([
    ['Sent', 'Sent'],
    ['inbox', 'INBOX'],
    ['Lists/Cooking/', 'Lists/Cooking'],
    ['iNbOx/Old', 'INBOX/Old'],
    ['Entwürfe', 'Entwürfe'],
    ['a b*%', 'a b*%'],
  ])('%j is made as %j', (typed, name) => {
    const it = account()
    const made = it.create(typed)
    expect(made.ok ? made.mailbox.name : made.reason).toBe(
      name === 'INBOX' ? 'already-exists' : name,
    )
  })

  test.each(['', '/', '/a', 'a//b', 'a//', 'a\nb', 'x'.repeat(256), 'x/'.repeat(33), '\ud800'])(
    '%j is no name',
    (typed) => expect(account().create(typed)).toEqual({ ok: false, reason: 'bad-name' }),
  )

  test('INBOX is found in any case, others only as they are', () => {
    const it = account()
    it.create('Sent')
    expect(it.mailbox('Inbox')?.name).toBe('INBOX')
    expect(it.mailbox('sent')).toBeUndefined()
    expect(it.mailbox('Sent/')).toBeUndefined()
  })

  test('are listed with INBOX first, parents before children', () => {
    const it = account()
    for (const name of ['b', 'a b', 'a/z', 'a', 'INBOX/x']) it.create(name)
    expect(names(it)).toEqual(['INBOX', 'INBOX/x', 'a', 'a/z', 'a b', 'b'])
  })
})

describe('parents', () => {
  test('that no client made are names only, and go with their last child', () => {
    const it = account()
    it.create('a/b/c')
    expect(names(it)).toEqual(['INBOX', '(a)', '(a/b)', 'a/b/c'])
    expect(it.mailbox('a')).toBeUndefined()
    expect(it.remove('a/b')).toEqual({ ok: false, reason: 'has-children' })
    expect(it.remove('a/b/c')).toEqual({ ok: true })
    expect(names(it)).toEqual(['INBOX'])
  })

  test('that are deleted stay as names, and can be made again with another UIDVALIDITY', () => {
    const it = account()
    const made = it.create('a')
    it.create('a/b')
    it.remove('a')
    expect(names(it)).toEqual(['INBOX', '(a)', 'a/b'])
    expect(made.ok && made.mailbox.alive).toBe(false)
    const again = it.create('a')
    expect(again.ok && made.ok && again.mailbox.uidValidity > made.mailbox.uidValidity).toBe(true)
  })
})

describe('DELETE', () => {
  test.each([
    ['inbox', 'inbox-stays'],
    ['Nope', 'nonexistent'],
    ['a//b', 'nonexistent'],
  ])('of %s: %s', (name, reason) => expect(account().remove(name)).toEqual({ ok: false, reason }))

  test('gives the room back, and keeps the subscription', () => {
    const { it, other } = filled(0)
    other.append([mail('12345')])
    it.setSubscription('Other', 'subscribed')
    it.remove('Other')
    expect(it.usage).toEqual({ storage: 0, messages: 0 })
    expect(it.subscriptions).toEqual(['INBOX', 'Other'])
    expect(other.append([mail('x')])).toEqual({ ok: false, reason: 'nonexistent' })
  })
})

describe('RENAME', () => {
  test('takes the children along, with their ids and messages', () => {
    const it = account()
    it.create('a')
    it.create('a/b')
    it.create('ab')
    const child = it.mailbox('a/b')!
    child.append([mail('x')])
    expect(it.rename('a', 'z/y')).toEqual({ ok: true })
    expect(names(it)).toEqual(['INBOX', 'ab', '(z)', 'z/y', 'z/y/b'])
    expect(it.mailbox('z/y/b')).toBe(child)
    expect(child.name).toBe('z/y/b')
  })

  test('of a parent that is only a name renames its children', () => {
    const it = account()
    it.create('a/b')
    expect(it.rename('a', 'c')).toEqual({ ok: true })
    expect(names(it)).toEqual(['INBOX', '(c)', 'c/b'])
  })

  test('of INBOX moves its messages to a new mailbox, and leaves its children', () => {
    const { it, inbox } = filled(3)
    it.create('INBOX/child')
    expect(it.rename('inbox', 'Old')).toEqual({ ok: true })
    expect(uids(inbox)).toEqual([])
    expect(uids(it.mailbox('Old')!)).toEqual([1, 2, 3])
    expect(names(it)).toEqual(['INBOX', 'INBOX/child', 'Old', 'Other'])
    expect(inbox.uidNext).toBe(4)
  })

  test.each([
    ['Nope', 'x', 'nonexistent'],
    ['a', 'Other', 'already-exists'],
    ['a', 'a', 'already-exists'],
    ['a', 'a/b/c', 'into-itself'],
    ['a', 'INBOX', 'already-exists'],
    ['a', 'x//y', 'bad-name'],
    ['a', 'q', 'already-exists'],
    ['a', 'x'.repeat(254), 'bad-name'],
    ['INBOX', 'Other', 'already-exists'],
  ])('%s to %s: %s, and nothing has changed', (from, to, reason) => {
    const { it } = filled(1)
    for (const name of ['a', 'a/b', 'q/b']) it.create(name)
    const before = names(it)
    expect(it.rename(from, to)).toEqual({ ok: false, reason })
    expect(names(it)).toEqual(before)
  })
})

test('a special use is given once', () => {
  const it = account()
  expect(it.create('Spam', { specialUse: '\\Junk' }).ok).toBe(true)
  expect(it.create('Junk', { specialUse: '\\Junk' })).toEqual({ ok: false, reason: 'use-taken' })
})

describe('subscriptions', () => {
  test('need no mailbox', () => {
    const it = account()
    expect(it.setSubscription('News/Later', 'subscribed')).toEqual({ ok: true })
    expect(it.subscriptions).toEqual(['INBOX', 'News/Later'])
    expect(it.setSubscription('News/Later', 'unsubscribed')).toEqual({ ok: true })
    expect(it.setSubscription('News/Later', 'unsubscribed')).toMatchObject({ ok: false })
  })
})

describe('APPEND', () => {
  test('gives rising UIDs, and new ids', () => {
    const { inbox } = filled(2)
    expect(inbox.append([mail('a'), mail('a')])).toEqual({ ok: true, uids: [3, 4] })
    expect(inbox.uidNext).toBe(5)
    const [, , third, fourth] = inbox.messages
    expect(third!.emailId).not.toBe(fourth!.emailId)
    expect(third!.internalDate).toBe(at)
  })

  test('of many is all or nothing', () => {
    const { it, inbox } = filled(0)
    it.setLimits({ messages: 2 })
    const three = [mail('a'), mail('b'), mail('c')]
    expect(inbox.append(three)).toEqual({ ok: false, reason: 'over-quota' })
    expect(uids(inbox)).toEqual([])
    it.setLimits({ storage: 3 })
    expect(inbox.append(three)).toMatchObject({ ok: true })
    expect(inbox.append([mail('d')])).toEqual({ ok: false, reason: 'over-quota' })
    expect(it.usage).toEqual({ storage: 3, messages: 3 })
  })

  test('keeps flags once each, in the spelling of the RFC or of the first who used it', () => {
    const { inbox } = filled(0)
    inbox.append([mail('a', ['Work', '\\seen', '\\RECENT', '\\Seen', '$Junk', 'a b', '\\Odd'])])
    inbox.append([mail('b', ['work', '$JUNK'])])
    expect(inbox.messages.map(({ flags }) => flags)).toEqual([
      ['\\Seen', '$Junk', 'Work'],
      ['$Junk', 'Work'],
    ])
    expect(inbox.keywords.toSorted()).toEqual(['$Junk', 'Work'])
  })

  test('takes only so many keywords', () => {
    const { inbox } = filled(1)
    const many = Array.from({ length: KEYWORDS }, (_, n) => `k${n}`)
    expect(inbox.append([mail('a', many)])).toMatchObject({ ok: true })
    expect(inbox.append([mail('a', ['one-more'])])).toEqual({ ok: false, reason: 'limit' })
    expect(inbox.store([1], { mode: 'add', flags: ['one-more'] })).toMatchObject({ ok: false })
    expect(inbox.store([1], { mode: 'add', flags: ['k7'] })).toMatchObject({ changed: [1] })
  })
})

describe('threads', () => {
  const message = (...fields: string[]): NewMail => mail(`${fields.join('\r\n')}\r\n\r\nHi`)
  test('an answer is in the thread of its question; a copy too', () => {
    const { inbox, other } = filled(0)
    inbox.append([
      message('Message-ID: <1@a.example>'),
      message('Message-ID: <2@a.example>', 'In-Reply-To: <1@a.example>'),
      message('message-id:\r\n <3@a.example>', 'References: <0@a.example>\r\n <2@a.example>'),
      message('Message-ID: <4@a.example>'),
      mail('No header <1@a.example>'),
      mail('\r\nMessage-ID: <1@a.example>'),
    ])
    inbox.copy([2], other)
    const threadIds = inbox.messages.map(({ threadId }) => threadId)
    expect(new Set(threadIds.slice(0, 3)).size).toBe(1)
    expect(new Set(threadIds).size).toBe(4)
    expect(other.messages[0]!.threadId).toBe(threadIds[0])
    expect(other.messages[0]!.emailId).toBe(inbox.find(2)!.emailId)
  })
})

describe('COPY and MOVE', () => {
  test('copy: the same message under another UID; each once, in order', () => {
    const { it, inbox, other } = filled(3)
    inbox.store([2], { mode: 'add', flags: ['\\Flagged', 'Work'] })
    expect(inbox.copy([3, 2, 9, 2], other)).toEqual({
      ok: true,
      copied: [
        { from: 2, to: 1 },
        { from: 3, to: 2 },
      ],
    })
    expect(other.messages[0]).toMatchObject({ flags: ['\\Flagged', 'Work'], internalDate: at })
    expect(other.messages[0]!.bytes).toBe(inbox.find(2)!.bytes)
    expect(it.usage.messages).toBe(5)
  })

  test('copy stops at the quota, move does not', () => {
    const { it, inbox, other } = filled(2)
    it.setLimits({ messages: 2 })
    expect(inbox.copy([1], other)).toEqual({ ok: false, reason: 'over-quota' })
    expect(inbox.move([1], other)).toMatchObject({ ok: true })
    expect([uids(inbox), uids(other)]).toEqual([[2], [1]])
    expect(inbox.vanishedSince(1)).toEqual([1])
    expect(it.usage.messages).toBe(2)
  })

  test('within the same mailbox a message gets a new UID', () => {
    const { inbox } = filled(2)
    inbox.copy([1], inbox)
    inbox.move([2], inbox)
    expect(uids(inbox)).toEqual([1, 3, 4])
  })

  test('to a mailbox that is gone', () => {
    const { it, inbox, other } = filled(1)
    it.remove('Other')
    expect(inbox.move([1], other)).toEqual({ ok: false, reason: 'nonexistent' })
    expect(uids(inbox)).toEqual([1])
  })
})

describe('STORE', () => {
  test.each([
    ['set', ['\\seen'], ['\\Seen']],
    ['add', ['\\Seen'], ['\\Seen', 'Work']],
    ['remove', ['WORK'], []],
    ['remove', ['\\Seen'], ['Work']],
    ['set', [], []],
  ] as const)('%s %j', (mode, flags, left) => {
    const { inbox } = filled(0)
    inbox.append([mail('a', ['Work'])])
    inbox.store([1], { mode, flags })
    expect(inbox.find(1)!.flags).toEqual(left)
  })

  test('that changes nothing moves no modseq', () => {
    const { inbox } = filled(2)
    const before = inbox.highestModSeq
    expect(inbox.store([1], { mode: 'remove', flags: ['\\Seen'] })).toMatchObject({ changed: [] })
    expect(inbox.highestModSeq).toBe(before)
  })

  test('UNCHANGEDSINCE leaves what changed since', () => {
    const { inbox } = filled(2)
    const since = inbox.highestModSeq
    inbox.store([1], { mode: 'add', flags: ['\\Seen'] })
    expect(
      inbox.store([2, 1], { mode: 'add', flags: ['\\Deleted'], unchangedSince: since }),
    ).toEqual({ ok: true, changed: [2], modified: [1] })
    expect(inbox.store([1, 2], { mode: 'set', flags: ['x'], unchangedSince: 0 })).toMatchObject({
      changed: [],
      modified: [1, 2],
    })
  })
})

describe('EXPUNGE', () => {
  test('reports what went, now and later', () => {
    const { inbox } = filled(5)
    const start = inbox.highestModSeq
    expect(inbox.expunge([4, 2, 2, 9])).toEqual([2, 4])
    const middle = inbox.highestModSeq
    expect(inbox.expunge([1])).toEqual([1])
    expect(inbox.expunge([1])).toEqual([])
    expect(uids(inbox)).toEqual([3, 5])
    expect(inbox.vanishedSince(start)).toEqual([1, 2, 4])
    expect(inbox.vanishedSince(middle)).toEqual([1])
    expect(inbox.vanishedSince(inbox.highestModSeq)).toEqual([])
  })
})

test('claimRecent reports each message once', () => {
  const { inbox } = filled(2)
  expect(inbox.claimRecent()).toBe(1)
  expect(inbox.claimRecent()).toBe(3)
  inbox.append([mail('x')])
  expect(inbox.claimRecent()).toBe(3)
})

test('the maildrop has one lock; given back twice it frees no other session', () => {
  const it = account()
  const first = it.lockMaildrop()!
  expect(it.lockMaildrop()).toBeUndefined()
  first()
  const second = it.lockMaildrop()!
  first()
  expect(it.lockMaildrop()).toBeUndefined()
  second()
  expect(it.lockMaildrop()).toBeDefined()
})

test('listeners get a notice when all is done, until they leave', () => {
  const store = createMemoryStore()
  const it = store.open('bob')
  const notices: string[] = []
  const leave = store.subscribe(({ login, mailbox, kind }) =>
    notices.push(`${login} ${mailbox.name} ${kind} ${mailbox.messages.length}`),
  )
  const inbox = it.mailbox('INBOX')!
  inbox.append([mail('a'), mail('b')])
  inbox.store([1], { mode: 'add', flags: ['\\Seen'] })
  it.create('Sent')
  inbox.move([1], it.mailbox('Sent')!)
  inbox.expunge([2])
  it.rename('Sent', 'Gone')
  it.remove('Gone')
  leave()
  inbox.append([mail('c')])
  expect(notices).toEqual([
    'bob INBOX appended 2',
    'bob INBOX flags 2',
    'bob Sent created 0',
    'bob Sent appended 1',
    'bob INBOX expunged 1',
    'bob INBOX expunged 0',
    'bob Gone renamed 1',
    'bob Gone deleted 0',
  ])
})

test('the same calls give the same ids; another seed gives others', () => {
  const idOf = (seed: number): string => {
    const inbox = createMemoryStore({ seed }).open('bob').mailbox('INBOX')!
    inbox.append([mail('a')])
    return `${inbox.mailboxId} ${inbox.messages[0]!.emailId} ${inbox.messages[0]!.threadId}`
  }
  expect(idOf(7)).toBe(idOf(7))
  expect(idOf(8)).not.toBe(idOf(7))
})
