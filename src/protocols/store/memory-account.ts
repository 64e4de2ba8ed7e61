import { MAILBOXES, SUBSCRIPTIONS } from './limits.ts'
import { memoryMailbox, type MailboxHome, type MemoryMailbox } from './memory-mailbox.ts'
import { byName, INBOX, isInside, mailboxName, parentsOf } from './names.ts'
import type {
  CreateOptions,
  MailAccount,
  Mailbox,
  MailboxEntry,
  QuotaLimits,
  Result,
  StoreChange,
  StoreRefusal,
} from './store.ts'
import { threads } from './threads.ts'

/** What an account has of its store. */
export interface AccountHome {
  readonly login: string
  readonly limits: QuotaLimits
  /** Its mailboxes have rising UIDVALIDITY from here on. */
  readonly firstUidValidity: number
  /** @param kind The letter that the id begins with. */
  nextId(kind: 'M' | 'E' | 'T'): string
  tell(change: StoreChange): void
}

const no = (reason: StoreRefusal) => ({ ok: false, reason }) as const
const done = { ok: true } as const

export function memoryAccount(store: AccountHome): MailAccount {
  const { login } = store
  const mailboxes = new Map<string, MemoryMailbox>()
  const subscriptions = new Set<string>([INBOX])
  const thread = threads()
  let limits = store.limits
  let usage = { storage: 0, messages: 0 }
  let uidValidity = store.firstUidValidity
  let maildrop: object | undefined

  const tell = (mailbox: Mailbox, kind: StoreChange['kind']): void =>
    store.tell({ login, mailbox, kind })

  const home: MailboxHome = {
    hasRoom: (octets, messages) =>
      usage.storage + octets <= (limits.storage ?? Infinity) &&
      usage.messages + messages <= (limits.messages ?? Infinity),
    count(octets, messages) {
      usage = { storage: usage.storage + octets, messages: usage.messages + messages }
    },
    emailId: () => store.nextId('E'),
    threadOf: (message) => thread.threadOf(message, () => store.nextId('T')),
    tell,
  }

  function add(name: string, { specialUse }: CreateOptions = {}): MemoryMailbox {
    const mailbox = memoryMailbox(home, {
      name,
      mailboxId: store.nextId('M'),
      uidValidity: uidValidity++,
      ...(specialUse && { specialUse }),
    })
    mailboxes.set(name, mailbox)
    return mailbox
  }

  const inside = (name: string): string[] =>
    [...mailboxes.keys()].filter((other) => isInside(other, name))

  function entry(name: string): MailboxEntry {
    const mailbox = mailboxes.get(name)
    return {
      name,
      ...(mailbox && { mailbox }),
      ...(mailbox?.specialUse && { specialUse: mailbox.specialUse }),
      children: 'none',
      subscribed: subscriptions.has(name),
    }
  }

  function list(): MailboxEntry[] {
    const parents = new Set([...mailboxes.keys()].flatMap(parentsOf))
    return [...new Set([...mailboxes.keys(), ...parents])]
      .toSorted(byName)
      .map((name) => ({ ...entry(name), children: parents.has(name) ? 'some' : 'none' }))
  }

  function create(typed: string, options: CreateOptions = {}): Result<{ mailbox: Mailbox }> {
    const name = mailboxName(typed)
    if (name === undefined) return no('bad-name')
    if (mailboxes.has(name)) return no('already-exists')
    if (mailboxes.size >= MAILBOXES) return no('limit')
    if (options.specialUse && isUsed(options.specialUse)) return no('use-taken')
    const mailbox = add(name, options)
    tell(mailbox, 'created')
    return { ok: true, mailbox }
  }

  const isUsed = (use: string): boolean =>
    [...mailboxes.values()].some(({ specialUse }) => specialUse === use)

  function remove(typed: string): Result {
    const name = mailboxName(typed)
    if (name === undefined) return no('nonexistent')
    if (name === INBOX) return no('inbox-stays')
    const mailbox = mailboxes.get(name)
    if (!mailbox) return no(inside(name).length ? 'has-children' : 'nonexistent')
    mailboxes.delete(name)
    mailbox.discard()
    tell(mailbox, 'deleted')
    return done
  }

  function rename(typedFrom: string, typedTo: string): Result {
    const from = mailboxName(typedFrom)
    const to = mailboxName(typedTo)
    if (from === undefined) return no('nonexistent')
    if (to === undefined) return no('bad-name')
    if (from === INBOX) return renameInbox(to)
    const moved = [from, ...inside(from)].filter((name) => mailboxes.has(name))
    if (moved.length === 0) return no('nonexistent')
    if (to === from || mailboxes.has(to)) return no('already-exists')
    if (isInside(to, from)) return no('into-itself')
    return renameAll(moved.map((name) => [name, to + name.slice(from.length)] as const))
  }

  /** All, or none: a child's name may be taken, or become too long. */
  function renameAll(pairs: readonly (readonly [from: string, to: string])[]): Result {
    const sources = new Set(pairs.map(([from]) => from))
    for (const [, to] of pairs) {
      if (mailboxName(to) !== to) return no('bad-name')
      if (mailboxes.has(to) && !sources.has(to)) return no('already-exists')
    }
    const renamed = pairs.map(([from, to]) => ({ mailbox: mailboxes.get(from)!, to }))
    for (const from of sources) mailboxes.delete(from)
    for (const { mailbox, to } of renamed) {
      mailboxes.set(to, mailbox)
      mailbox.setName(to)
    }
    for (const { mailbox } of renamed) tell(mailbox, 'renamed')
    return done
  }

  function renameInbox(to: string): Result {
    const created = create(to)
    if (!created.ok) return created
    const inbox = mailboxes.get(INBOX)!
    const moved = inbox.move(
      inbox.messages.map(({ uid }) => uid),
      created.mailbox,
    )
    return moved.ok ? done : moved
  }

  function setSubscription(typed: string, wanted: 'subscribed' | 'unsubscribed'): Result {
    const name = mailboxName(typed)
    if (name === undefined) return no('bad-name')
    if (wanted === 'unsubscribed') return subscriptions.delete(name) ? done : no('nonexistent')
    if (subscriptions.size >= SUBSCRIPTIONS && !subscriptions.has(name)) return no('limit')
    subscriptions.add(name)
    return done
  }

  add(INBOX)
  return {
    login,
    list,
    mailbox(typed) {
      const name = mailboxName(typed)
      return name === undefined || typed.endsWith('/') ? undefined : mailboxes.get(name)
    },
    create,
    remove,
    rename,
    get subscriptions() {
      return [...subscriptions].toSorted(byName)
    },
    setSubscription,
    get usage() {
      return usage
    },
    get limits() {
      return limits
    },
    setLimits(next) {
      limits = next
    },
    lockMaildrop() {
      if (maildrop) return undefined
      const mine = {}
      maildrop = mine
      // Given back twice, it is not taken from whoever has it by then.
      return () => {
        if (maildrop === mine) maildrop = undefined
      }
    },
  }
}
