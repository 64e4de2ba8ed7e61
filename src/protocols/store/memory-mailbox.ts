import { changeFlags, isSystemFlag, normalizeFlags, sameFlags } from './flags.ts'
import { KEYWORDS, VANISHED } from './limits.ts'
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
import { vanishedLog } from './vanished.ts'

/** What a mailbox has of its account. */
export interface MailboxHome {
  /** Whether that much more may come in. */
  hasRoom(octets: number, messages: number): boolean
  /** Counts what came, or went (negative). */
  count(octets: number, messages: number): void
  emailId(): string
  threadOf(message: Uint8Array): string
  tell(mailbox: Mailbox, kind: StoreChange['kind']): void
}

export interface MailboxFacts {
  readonly name: string
  readonly specialUse?: SpecialUse
  readonly mailboxId: string
  readonly uidValidity: number
}

/** A mailbox with the handles that its account, and no session, has. */
export interface MemoryMailbox extends Mailbox {
  readonly home: MailboxHome
  setName(name: string): void
  /** Its messages are gone, and so is it. */
  discard(): void
  /** Takes messages in with the ids they have; the room was asked for. */
  take(messages: readonly Arriving[]): readonly number[]
  /** Knows the keywords from now on. @returns False, and nothing is known, if they are too many. */
  learn(flags: readonly string[]): boolean
}

export type Arriving = Omit<StoredMail, 'uid' | 'modSeq'>

const refuse = (reason: 'over-quota' | 'limit' | 'nonexistent') => ({ ok: false, reason }) as const

/** Whose `take` and `learn` a copy uses: every mailbox this file makes. */
const made = new WeakMap<Mailbox, MemoryMailbox>()

export function memoryMailbox(home: MailboxHome, facts: MailboxFacts): MemoryMailbox {
  const { mailboxId, uidValidity, specialUse } = facts
  let { name } = facts
  let messages: StoredMail[] = []
  let uidNext = 1
  let modSeq = 1
  let recent = 1
  let alive = true
  const keywords = new Map<string, string>()
  const vanished = vanishedLog(VANISHED)

  /** Where the message of the UID stands, or would stand. */
  function placeOf(uid: number): number {
    let [low, high] = [0, messages.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (messages[middle]!.uid < uid) low = middle + 1
      else high = middle
    }
    return low
  }

  function find(uid: number): StoredMail | undefined {
    const found = messages[placeOf(uid)]
    return found?.uid === uid ? found : undefined
  }

  const existing = (uids: readonly number[]): StoredMail[] =>
    [...new Set(uids)].toSorted((a, b) => a - b).flatMap((uid) => find(uid) ?? [])

  function learn(flags: readonly string[]): boolean {
    const fresh = new Map(
      normalizeFlags(flags, keywords)
        .filter((flag) => !isSystemFlag(flag))
        .map((flag) => [flag.toLowerCase(), flag]),
    )
    for (const key of keywords.keys()) fresh.delete(key)
    if (keywords.size + fresh.size > KEYWORDS) return false
    for (const [key, flag] of fresh) keywords.set(key, flag)
    return true
  }

  function take(arriving: readonly Arriving[]): readonly number[] {
    modSeq++
    const uids = arriving.map((mail) => {
      const uid = uidNext++
      messages.push({ ...mail, flags: normalizeFlags(mail.flags, keywords), uid, modSeq })
      return uid
    })
    home.count(octetsOf(arriving), arriving.length)
    return uids
  }

  function drop(gone: readonly StoredMail[]): readonly number[] {
    const uids = gone.map(({ uid }) => uid)
    const went = new Set(uids)
    vanished.add(++modSeq, uids)
    const kept = messages.filter(({ uid }) => !went.has(uid))
    messages = kept
    home.count(-octetsOf(gone), -gone.length)
    return uids
  }

  function append(fresh: readonly NewMail[]): Result<{ readonly uids: readonly number[] }> {
    if (!alive) return refuse('nonexistent')
    if (fresh.length === 0) return { ok: true, uids: [] }
    if (!home.hasRoom(octetsOf(fresh), fresh.length)) return refuse('over-quota')
    if (!learn(fresh.flatMap(({ flags = [] }) => flags))) return refuse('limit')
    const uids = take(
      fresh.map(({ bytes, internalDate, zone, flags = [] }) => ({
        ...{ bytes, internalDate, flags },
        ...(zone !== undefined && { zone }),
        emailId: home.emailId(),
        threadId: home.threadOf(bytes),
      })),
    )
    home.tell(mailbox, 'appended')
    return { ok: true, uids }
  }

  function transfer(
    uids: readonly number[],
    to: Mailbox,
    kind: 'copy' | 'move',
  ): Result<{ readonly copied: readonly UidPair[] }> {
    const target = made.get(to)
    if (!alive || !target?.alive) return refuse('nonexistent')
    const found = existing(uids)
    if (found.length === 0) return { ok: true, copied: [] }
    // What moves within an account takes no more room there than it had.
    const stays = kind === 'move' && target.home === home
    if (!stays && !target.home.hasRoom(octetsOf(found), found.length)) return refuse('over-quota')
    if (!target.learn(found.flatMap(({ flags }) => flags))) return refuse('limit')
    const arrived = target.take(found)
    if (kind === 'move') drop(found)
    target.home.tell(target, 'appended')
    if (kind === 'move') home.tell(mailbox, 'expunged')
    return { ok: true, copied: found.map(({ uid }, at) => ({ from: uid, to: arrived[at]! })) }
  }

  function store(
    uids: readonly number[],
    { mode, flags, unchangedSince = Infinity }: FlagChange,
  ): Result<FlagsStored> {
    if (!alive) return refuse('nonexistent')
    if (mode !== 'remove' && !learn(flags)) return refuse('limit')
    const change = normalizeFlags(flags, keywords)
    const found = existing(uids)
    const modified = found.filter((mail) => mail.modSeq > unchangedSince)
    const changed = found
      .filter((mail) => mail.modSeq <= unchangedSince)
      .map((mail) => ({ mail, next: changeFlags(mail.flags, mode, change) }))
      .filter(({ mail, next }) => !sameFlags(mail.flags, next))
    if (changed.length) modSeq++
    for (const { mail, next } of changed)
      messages[placeOf(mail.uid)] = { ...mail, flags: next, modSeq }
    if (changed.length) home.tell(mailbox, 'flags')
    return {
      ok: true,
      changed: changed.map(({ mail }) => mail.uid),
      modified: modified.map(({ uid }) => uid),
    }
  }

  /** All that is not there, where the log does not reach back: more than asked, never less (RFC 7162 §3.2.5.1). */
  function missing(): readonly number[] {
    const uids: number[] = []
    let at = 0
    for (let uid = 1; uid < uidNext; uid++)
      if (messages[at]?.uid === uid) at++
      else uids.push(uid)
    return uids
  }

  const mailbox: MemoryMailbox = {
    home,
    get name() {
      return name
    },
    ...(specialUse && { specialUse }),
    mailboxId,
    uidValidity,
    get uidNext() {
      return uidNext
    },
    get highestModSeq() {
      return modSeq
    },
    get messages() {
      return messages
    },
    get keywords() {
      return [...keywords.values()]
    },
    get alive() {
      return alive
    },
    find,
    append,
    copy: (uids, to) => transfer(uids, to, 'copy'),
    move: (uids, to) => transfer(uids, to, 'move'),
    store,
    expunge(uids) {
      const gone = existing(uids)
      if (gone.length === 0) return []
      const went = drop(gone)
      home.tell(mailbox, 'expunged')
      return went
    },
    vanishedSince: (since) => vanished.since(since) ?? missing(),
    get recentFrom() {
      return recent
    },
    claimRecent() {
      const first = recent
      recent = uidNext
      return first
    },
    setName(next) {
      name = next
    },
    discard() {
      alive = false
      if (messages.length) drop(messages)
    },
    take,
    learn,
  }
  made.set(mailbox, mailbox)
  return mailbox
}

const octetsOf = (mails: readonly { readonly bytes: Uint8Array }[]): number =>
  mails.reduce((sum, { bytes }) => sum + bytes.length, 0)
