import { memoryAccount } from './memory-account.ts'
import type { MailAccount, MailStore, QuotaLimits, SpecialUse, StoreChange } from './store.ts'

export interface MemoryStoreOptions {
  /** Stands in every id, so that two stores have no id in common; 1 by default. */
  readonly seed?: number
  /** UIDVALIDITY of the first mailbox of each account; 1 by default. */
  readonly firstUidValidity?: number
  /** What each account has from the start beside INBOX; it is subscribed to. */
  readonly mailboxes?: readonly StartMailbox[]
  /** Limits of each account; none by default. */
  readonly limits?: QuotaLimits
}

export interface StartMailbox {
  readonly name: string
  readonly specialUse?: SpecialUse
}

/** A mail store in memory. The same calls give the same ids and numbers. */
export function createMemoryStore(options: MemoryStoreOptions = {}): MailStore {
  const { seed = 1, firstUidValidity = 1, mailboxes = [], limits = {} } = options
  const accounts = new Map<string, MailAccount>()
  const listeners = new Set<(change: StoreChange) => void>()
  const prefix = seed.toString(36)
  let ids = 0

  const tell = (change: StoreChange): void => {
    for (const listener of [...listeners]) listener(change)
  }

  function open(login: string): MailAccount {
    const key = login.toLowerCase()
    const known = accounts.get(key)
    if (known) return known
    const account = memoryAccount({
      ...{ login, limits, firstUidValidity, tell },
      nextId: (kind) => `${kind}${prefix}-${(++ids).toString(36)}`,
    })
    accounts.set(key, account)
    for (const { name, specialUse } of mailboxes) {
      account.create(name, specialUse ? { specialUse } : {})
      account.setSubscription(name, 'subscribed')
    }
    return account
  }

  return {
    get logins() {
      return [...accounts.values()].map(({ login }) => login)
    },
    account: (login) => accounts.get(login.toLowerCase()),
    open,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
  }
}
