import { MemoryAccount, type AccountHome } from './memory-account.ts'
import type { IdKind } from './memory-mailbox.ts'
import type { MailStore, QuotaLimits, SpecialUse, StoreChange } from './store.ts'

export interface MemoryStoreOptions {
  /** Part of every id, so that two stores have no id in common; 1 by default. */
  readonly seed?: number
  /** UIDVALIDITY of the first mailbox of each account; 1 by default. */
  readonly firstUidValidity?: number
  /** Mailboxes that each account has from the start beside INBOX; it is subscribed to them. */
  readonly mailboxes?: readonly StartMailbox[]
  /** Limits of each account; none by default. */
  readonly limits?: QuotaLimits
}

export interface StartMailbox {
  readonly name: string
  readonly specialUse?: SpecialUse
}

/** A mail store in memory. The same calls give the same ids and numbers. */
export const createMemoryStore = (options: MemoryStoreOptions = {}): MailStore =>
  new MemoryStore(options)

export class MemoryStore implements MailStore {
  /** By login in lowercase. */
  readonly accounts = new Map<string, MemoryAccount>()
  readonly listeners = new Set<(change: StoreChange) => void>()
  /** Ids that were given out. */
  idCount = 0
  private readonly options: MemoryStoreOptions

  constructor(options: MemoryStoreOptions = {}) {
    this.options = options
  }

  get logins(): readonly string[] {
    return [...this.accounts.values()].map(({ login }) => login)
  }

  account(login: string): MemoryAccount | undefined {
    return this.accounts.get(login.toLowerCase())
  }

  open(login: string): MemoryAccount {
    const known = this.account(login)
    if (known) return known
    const { mailboxes = [] } = this.options
    const account = new MemoryAccount(this.homeOf(login))
    this.accounts.set(login.toLowerCase(), account)
    for (const { name, specialUse } of mailboxes) {
      account.create(name, specialUse ? { specialUse } : {})
      account.setSubscription(name, 'subscribed')
    }
    return account
  }

  subscribe(listener: (change: StoreChange) => void): () => void {
    this.listeners.add(listener)
    return () => void this.listeners.delete(listener)
  }

  /** A store that holds the same, and goes on by itself; it has no listeners yet. */
  copy(): MemoryStore {
    const copy = new MemoryStore(this.options)
    for (const [key, account] of this.accounts)
      copy.accounts.set(key, account.copy(copy.homeOf(account.login)))
    copy.idCount = this.idCount
    return copy
  }

  private homeOf(login: string): AccountHome {
    const { firstUidValidity = 1, limits = {} } = this.options
    return {
      ...{ login, limits, firstUidValidity },
      nextId: (kind) => this.nextId(kind),
      notify: (change) => {
        this.notify(change)
      },
    }
  }

  private nextId(kind: IdKind): string {
    const { seed = 1 } = this.options
    return `${kind}${seed.toString(36)}-${(++this.idCount).toString(36)}`
  }

  private notify(change: StoreChange): void {
    for (const listener of [...this.listeners]) listener(change)
  }
}
