import { MAILBOXES, SUBSCRIPTIONS } from './limits.ts'
import { MailboxTree } from './mailbox-tree.ts'
import { MemoryMailbox, type IdKind, type MailboxHome } from './memory-mailbox.ts'
import { byName, INBOX, isInside, mailboxName } from './names.ts'
import { QuotaMeter } from './quota-meter.ts'
import {
  DELIMITER,
  type CreateOptions,
  type MailAccount,
  type Mailbox,
  type MailboxEntry,
  type QuotaAmount,
  type QuotaLimits,
  type Result,
  type StoreChange,
  type StoreRefusal,
} from './store.ts'
import { ThreadIndex } from './thread-index.ts'
import { uidsOf } from './uid-order.ts'

/** What an account has from its store. */
export interface AccountHome {
  readonly login: string
  readonly limits: QuotaLimits
  /** UIDVALIDITY of the first mailbox; each further one has the next number. */
  readonly firstUidValidity: number
  /** @param kind The character that the id begins with. */
  nextId(kind: IdKind): string
  notify(change: StoreChange): void
}

const refuse = (reason: StoreRefusal) => ({ ok: false, reason }) as const
const done = { ok: true } as const

/** An account in memory. Its parts are visible to tests; sessions see a `MailAccount`. */
export class MemoryAccount implements MailAccount, MailboxHome {
  readonly login: string
  readonly tree = new MailboxTree<MemoryMailbox>()
  readonly subscribed = new Set<string>([INBOX])
  readonly threads = new ThreadIndex()
  readonly quota: QuotaMeter
  /** UIDVALIDITY of the next mailbox. */
  nextUidValidity: number
  /** Which POP3 session has the lock on INBOX. */
  maildropLock: object | undefined
  private readonly home: AccountHome

  constructor(home: AccountHome) {
    this.home = home
    this.login = home.login
    this.quota = new QuotaMeter(home.limits)
    this.nextUidValidity = home.firstUidValidity
    this.add(INBOX)
  }

  /** The same account in another store; no session has a lock on it. */
  copy(home: AccountHome): MemoryAccount {
    const copy = new MemoryAccount(home)
    copy.tree.delete(INBOX)
    for (const mailbox of this.tree.all) copy.tree.add(mailbox.duplicate(copy))
    copy.subscribed.clear()
    for (const name of this.subscribed) copy.subscribed.add(name)
    for (const [id, thread] of this.threads.byMessageId) copy.threads.byMessageId.set(id, thread)
    copy.quota.usage = this.quota.usage
    copy.quota.limits = this.quota.limits
    copy.nextUidValidity = this.nextUidValidity
    return copy
  }

  nextId(kind: IdKind): string {
    return this.home.nextId(kind)
  }

  notify(mailbox: Mailbox, kind: StoreChange['kind']): void {
    this.home.notify({ login: this.login, mailbox, kind })
  }

  list(): MailboxEntry[] {
    return this.tree.entries().map(({ name, mailbox, children }) => ({
      name,
      ...(mailbox && { mailbox }),
      ...(mailbox?.specialUse && { specialUse: mailbox.specialUse }),
      children,
      subscribed: this.subscribed.has(name),
    }))
  }

  mailbox(typed: string): MemoryMailbox | undefined {
    const name = mailboxName(typed)
    return name === undefined || typed.endsWith(DELIMITER) ? undefined : this.tree.get(name)
  }

  create(typed: string, options: CreateOptions = {}): Result<{ readonly mailbox: MemoryMailbox }> {
    const name = mailboxName(typed)
    if (name === undefined) return refuse('bad-name')
    if (this.tree.has(name)) return refuse('already-exists')
    if (this.tree.size >= MAILBOXES) return refuse('limit')
    if (options.specialUse && this.tree.hasUse(options.specialUse)) return refuse('use-taken')
    const mailbox = this.add(name, options)
    this.notify(mailbox, 'created')
    return { ok: true, mailbox }
  }

  remove(typed: string): Result {
    const name = mailboxName(typed)
    if (name === undefined) return refuse('nonexistent')
    if (name === INBOX) return refuse('inbox-stays')
    const mailbox = this.tree.get(name)
    if (!mailbox) return refuse(this.tree.inside(name).length ? 'has-children' : 'nonexistent')
    this.tree.delete(name)
    mailbox.discard()
    this.notify(mailbox, 'deleted')
    return done
  }

  rename(typedFrom: string, typedTo: string): Result {
    const from = mailboxName(typedFrom)
    const to = mailboxName(typedTo)
    if (from === undefined) return refuse('nonexistent')
    if (to === undefined) return refuse('bad-name')
    if (from === INBOX) return this.renameInbox(to)
    const moved = [from, ...this.tree.inside(from)].filter((name) => this.tree.has(name))
    if (moved.length === 0) return refuse('nonexistent')
    if (to === from || this.tree.has(to)) return refuse('already-exists')
    if (isInside(to, from)) return refuse('into-itself')
    const outcome = this.tree.renameAll(moved.map((name) => [name, to + name.slice(from.length)]))
    if (!outcome.ok) return outcome
    for (const mailbox of outcome.renamed) this.notify(mailbox, 'renamed')
    return done
  }

  get subscriptions(): readonly string[] {
    return [...this.subscribed].toSorted(byName)
  }

  setSubscription(typed: string, wanted: 'subscribed' | 'unsubscribed'): Result {
    const { subscribed } = this
    const name = mailboxName(typed)
    if (name === undefined) return refuse('bad-name')
    if (wanted === 'unsubscribed') return subscribed.delete(name) ? done : refuse('nonexistent')
    if (subscribed.size >= SUBSCRIPTIONS && !subscribed.has(name)) return refuse('limit')
    subscribed.add(name)
    return done
  }

  get usage(): QuotaAmount {
    return this.quota.usage
  }

  get limits(): QuotaLimits {
    return this.quota.limits
  }

  setLimits(limits: QuotaLimits): void {
    this.quota.limits = limits
  }

  lockMaildrop(): (() => void) | undefined {
    if (this.maildropLock) return undefined
    const lock = {}
    this.maildropLock = lock
    // A second release does not release the lock of another session.
    return () => {
      if (this.maildropLock === lock) this.maildropLock = undefined
    }
  }

  private add(name: string, { specialUse }: CreateOptions = {}): MemoryMailbox {
    const mailbox = new MemoryMailbox(this, {
      name,
      mailboxId: this.nextId('M'),
      uidValidity: this.nextUidValidity++,
      ...(specialUse && { specialUse }),
    })
    this.tree.add(mailbox)
    return mailbox
  }

  private renameInbox(to: string): Result {
    const created = this.create(to)
    if (!created.ok) return created
    const inbox = this.tree.get(INBOX)!
    const moved = inbox.move(uidsOf(inbox.messages), created.mailbox)
    return moved.ok ? done : moved
  }
}
