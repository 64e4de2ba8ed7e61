import { changeFlags, sameFlags } from './flags.ts'
import { KeywordRegistry } from './keyword-registry.ts'
import { KEYWORDS, VANISHED } from './limits.ts'
import { sizeOf, type QuotaMeter } from './quota-meter.ts'
import type {
  FlagChange,
  FlagsStored,
  Mailbox,
  NewMail,
  Result,
  SpecialUse,
  StoreChange,
  StoredMail,
  UidPair,
} from './store.ts'
import type { ThreadIndex } from './thread-index.ts'
import { findUid, findUids, indexOfUid, missingUids, uidsOf } from './uid-order.ts'
import { VanishedLog } from './vanished-log.ts'

/** What the mailboxes of an account share. */
export interface MailboxHome {
  readonly quota: QuotaMeter
  readonly threads: ThreadIndex
  /** @param kind The character that the id begins with. */
  nextId(kind: IdKind): string
  notify(mailbox: Mailbox, kind: StoreChange['kind']): void
}

/** Mailbox, email or thread. */
export type IdKind = 'M' | 'E' | 'T'

export interface MailboxIdentity {
  readonly name: string
  readonly specialUse?: SpecialUse
  readonly mailboxId: string
  readonly uidValidity: number
}

type Arrival = Omit<StoredMail, 'uid' | 'modSeq'>

const refuse = (reason: 'over-quota' | 'limit' | 'nonexistent') => ({ ok: false, reason }) as const

/** A mailbox in memory. Sessions see it as a `Mailbox`; only its account calls what goes beyond. */
export class MemoryMailbox implements Mailbox {
  readonly home: MailboxHome
  name: string
  readonly specialUse?: SpecialUse
  readonly mailboxId: string
  readonly uidValidity: number
  uidNext = 1
  highestModSeq = 1
  messages: StoredMail[] = []
  recentFrom = 1
  alive = true
  readonly registry = new KeywordRegistry(KEYWORDS)
  readonly vanished = new VanishedLog(VANISHED)

  constructor(home: MailboxHome, { name, specialUse, mailboxId, uidValidity }: MailboxIdentity) {
    this.home = home
    this.name = name
    if (specialUse) this.specialUse = specialUse
    this.mailboxId = mailboxId
    this.uidValidity = uidValidity
  }

  /** The same mailbox in another account. */
  duplicate(home: MailboxHome): MemoryMailbox {
    const copy = new MemoryMailbox(home, this)
    copy.uidNext = this.uidNext
    copy.highestModSeq = this.highestModSeq
    copy.messages = [...this.messages]
    copy.recentFrom = this.recentFrom
    copy.alive = this.alive
    for (const [key, spelling] of this.registry.spellings)
      copy.registry.spellings.set(key, spelling)
    copy.vanished.entries = [...this.vanished.entries]
    copy.vanished.count = this.vanished.count
    copy.vanished.forgottenUpTo = this.vanished.forgottenUpTo
    return copy
  }

  get keywords(): readonly string[] {
    return this.registry.all
  }

  find(uid: number): StoredMail | undefined {
    return findUid(this.messages, uid)
  }

  append(messages: readonly NewMail[]): Result<{ readonly uids: readonly number[] }> {
    const { home } = this
    if (!this.alive) return refuse('nonexistent')
    if (messages.length === 0) return { ok: true, uids: [] }
    if (!home.quota.hasRoomFor(sizeOf(messages))) return refuse('over-quota')
    if (!this.registry.register(messages.flatMap(({ flags = [] }) => flags))) return refuse('limit')
    const uids = this.admit(messages.map((message) => this.identified(message)))
    home.notify(this, 'appended')
    return { ok: true, uids }
  }

  copy(uids: readonly number[], to: Mailbox): Result<{ readonly copied: readonly UidPair[] }> {
    return this.transfer(uids, to, 'copy')
  }

  move(uids: readonly number[], to: Mailbox): Result<{ readonly copied: readonly UidPair[] }> {
    return this.transfer(uids, to, 'move')
  }

  store(uids: readonly number[], change: FlagChange): Result<FlagsStored> {
    const { mode, flags, unchangedSince = Infinity } = change
    if (!this.alive) return refuse('nonexistent')
    if (mode !== 'remove' && !this.registry.register(flags)) return refuse('limit')
    const normalized = this.registry.normalize(flags)
    const found = findUids(this.messages, uids)
    const changed = found
      .filter(({ modSeq }) => modSeq <= unchangedSince)
      .map((message) => ({ message, next: changeFlags(message.flags, mode, normalized) }))
      .filter(({ message, next }) => !sameFlags(message.flags, next))
    this.replaceFlags(changed)
    return {
      ok: true,
      changed: changed.map(({ message }) => message.uid),
      modified: uidsOf(found.filter(({ modSeq }) => modSeq > unchangedSince)),
    }
  }

  expunge(uids: readonly number[]): readonly number[] {
    const found = findUids(this.messages, uids)
    if (found.length === 0) return []
    this.drop(found)
    this.home.notify(this, 'expunged')
    return uidsOf(found)
  }

  /** Beyond the log: all UIDs without a message, more than asked for, never fewer (RFC 7162 §3.2.5.1). */
  vanishedSince(modSeq: number): readonly number[] {
    return this.vanished.since(modSeq) ?? missingUids(this.messages, this.uidNext)
  }

  claimRecent(): number {
    const first = this.recentFrom
    this.recentFrom = this.uidNext
    return first
  }

  /** The account has deleted it: its messages are gone, and sessions find no more in it. */
  discard(): void {
    this.alive = false
    if (this.messages.length) this.drop(this.messages)
  }

  private identified({ bytes, internalDate, zone, flags = [] }: NewMail): Arrival {
    const { home } = this
    const emailId = home.nextId('E')
    const threadId = home.threads.threadOf(bytes, () => home.nextId('T'))
    // Written out, as below: there are as many as there is mail.
    return zone === undefined
      ? { bytes, internalDate, flags, emailId, threadId }
      : { bytes, internalDate, flags, zone, emailId, threadId }
  }

  private transfer(
    uids: readonly number[],
    to: Mailbox,
    kind: 'copy' | 'move',
  ): Result<{ readonly copied: readonly UidPair[] }> {
    if (!this.alive || !(to instanceof MemoryMailbox) || !to.alive) return refuse('nonexistent')
    const found = findUids(this.messages, uids)
    if (found.length === 0) return { ok: true, copied: [] }
    // A move within an account takes up no more than before.
    const isNeutral = kind === 'move' && to.home === this.home
    if (!isNeutral && !to.home.quota.hasRoomFor(sizeOf(found))) return refuse('over-quota')
    if (!to.registry.register(found.flatMap(({ flags }) => flags))) return refuse('limit')
    const arrived = to.admit(found)
    if (kind === 'move') this.drop(found)
    to.home.notify(to, 'appended')
    if (kind === 'move') this.home.notify(this, 'expunged')
    return { ok: true, copied: found.map(({ uid }, at) => ({ from: uid, to: arrived[at]! })) }
  }

  /** Adds messages with the ids they have; quota and keywords are checked already. @returns Their UIDs. */
  private admit(arrivals: readonly Arrival[]): number[] {
    const modSeq = ++this.highestModSeq
    const uids: number[] = []
    for (const arrival of arrivals) {
      const uid = this.uidNext++
      const flags = this.registry.normalize(arrival.flags)
      const { bytes, internalDate, zone, emailId, threadId } = arrival
      const placed = { bytes, internalDate, flags, emailId, threadId, uid, modSeq }
      this.messages.push(zone === undefined ? placed : { ...placed, zone })
      uids.push(uid)
    }
    this.home.quota.add(sizeOf(arrivals))
    return uids
  }

  private replaceFlags(
    changed: readonly { readonly message: StoredMail; readonly next: readonly string[] }[],
  ): void {
    if (changed.length === 0) return
    const modSeq = ++this.highestModSeq
    for (const { message, next } of changed)
      this.messages[indexOfUid(this.messages, message.uid)] = { ...message, flags: next, modSeq }
    this.home.notify(this, 'flags')
  }

  private drop(gone: readonly StoredMail[]): void {
    const uids = uidsOf(gone)
    const dropped = new Set(uids)
    this.vanished.add(++this.highestModSeq, uids)
    this.messages = this.messages.filter(({ uid }) => !dropped.has(uid))
    this.home.quota.remove(sizeOf(gone))
  }
}
