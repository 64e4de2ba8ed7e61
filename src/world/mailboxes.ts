import { domainOf } from '../core/domain.ts'
import { isSameDomain } from '../core/idna.ts'
import { MemoryStore } from '../protocols/store/memory-store.ts'
import type {
  Mailbox as StoreMailbox,
  MailAccount,
  MailStore,
  SpecialUse,
  StoredMail,
  StoreRefusal,
} from '../protocols/store/store.ts'
import type { StoredMessage } from './stored-message.ts'
import type { MailboxSpec, VacationSpec, WorldSpec } from './spec.ts'

/** An address that receives. Its folders are read from the store at each access. */
export interface Mailbox {
  readonly address: string
  readonly name?: string
  /** INBOX first, then by name. */
  readonly folders: readonly Folder[]
}

export interface Folder {
  readonly name: string
  readonly specialUse?: SpecialUse
  /** Oldest first. */
  readonly messages: readonly MailboxMessage[]
}

/** A message as the store has it now, with what is known of its delivery. */
export interface MailboxMessage extends StoredMail {
  /** Stays with the message when a client copies or moves it; absent where a client appended it. */
  readonly delivery?: Delivery
}

/** How a server delivered a message: envelope, authentication, and disposition. */
export type Delivery = Omit<StoredMessage, 'bytes'>

/** Every message of a mailbox, folder by folder. */
export const messagesOf = ({ folders }: Mailbox): MailboxMessage[] =>
  folders.flatMap(({ messages }) => messages)

/**
 * The mailboxes of a world. Messages live in the mail store alone, which IMAP, POP3 and LMTP change;
 * what the store does not keep of a delivery is kept beside it.
 */
export class Mailboxes {
  readonly #store: MemoryStore
  /** In the order of the spec. */
  readonly all: readonly Mailbox[]
  /** By address in lowercase; the first where several have one. */
  readonly #byAddress: ReadonlyMap<string, Mailbox>
  /** By address in lowercase. */
  readonly #vacations: ReadonlyMap<string, VacationSpec>
  /** Folders as they were read since something changed last. */
  readonly #read = new Map<MailAccount, readonly Folder[]>()
  /** By the octets that a message and its copies share; a deleted message takes its delivery along. */
  readonly #deliveries = new WeakMap<Uint8Array, Delivery>()

  /** @param like The same mail lies in them as there. */
  constructor({ seed, mailboxes }: Pick<WorldSpec, 'seed' | 'mailboxes'>, like?: Mailboxes) {
    this.#store = like
      ? like.#store.copy()
      : new MemoryStore({ seed, mailboxes: FOLDERS, limits: QUOTA })
    this.#vacations = new Map(
      mailboxes.flatMap(({ address, vacation }) =>
        vacation ? [[address.toLowerCase(), vacation]] : [],
      ),
    )
    this.#store.subscribe(() => this.#read.clear())
    this.all = mailboxes.map((spec) => this.#open(spec))
    this.#byAddress = new Map(
      this.all.toReversed().map((mailbox) => [mailbox.address.toLowerCase(), mailbox]),
    )
    for (const { bytes, delivery } of like?.all.flatMap(messagesOf) ?? [])
      if (delivery) this.#deliveries.set(bytes, delivery)
  }

  /** An account for each mailbox, by its address. */
  get store(): MailStore {
    return this.#store
  }

  /**
   * The mailbox that receives for an address. Postmaster's mail goes to the first mailbox of the
   * domains, if postmaster has none there (RFC 5321 §4.5.1).
   */
  receiving(address: string, domains: readonly string[]): Mailbox | undefined {
    const wanted = address.toLowerCase()
    const exact = this.#byAddress.get(wanted)
    if (exact || !wanted.startsWith('postmaster')) return exact
    return this.all.find((mailbox) =>
      domains.some((domain) => isSameDomain(domain, domainOf(mailbox.address))),
    )
  }

  /** What a mailbox answers by machine, if it does. */
  vacationOf(address: string): VacationSpec | undefined {
    return this.#vacations.get(address.toLowerCase())
  }

  /** Puts a message into the folder of its disposition. @returns Why the store refuses it, if it does. */
  deliver({ address }: Mailbox, delivery: StoredMessage): StoreRefusal | undefined {
    const { bytes } = delivery
    const folder = folderOf(this.store.open(address), delivery.folder)
    const appended = folder?.append([{ bytes, internalDate: delivery.at }])
    if (!appended?.ok) return appended?.reason ?? 'nonexistent'
    this.#deliveries.set(bytes, delivery)
    this.#read.clear()
    return undefined
  }

  #open({ address, name }: MailboxSpec): Mailbox {
    const account = this.store.open(address)
    const read = (): readonly Folder[] => {
      const known = this.#read.get(account)
      const folders = known ?? foldersOf(account).map((folder) => this.#withDeliveries(folder))
      this.#read.set(account, folders)
      return folders
    }
    return {
      address,
      ...(name !== undefined && { name }),
      get folders() {
        return read()
      },
    }
  }

  #withDeliveries({ name, specialUse, messages }: StoreMailbox): Folder {
    return {
      name,
      ...(specialUse && { specialUse }),
      messages: messages.map((message): MailboxMessage => {
        const delivery = this.#deliveries.get(message.bytes)
        return delivery ? { ...message, delivery } : message
      }),
    }
  }
}

/** What an account may hold, unless somebody sets another limit (RFC 9208): octets of all its messages. */
export const QUOTA = { storage: 250 * 1024 * 1024 }

/** What people expect of an account (RFC 6154). */
const FOLDERS = [
  { name: 'Drafts', specialUse: '\\Drafts' },
  { name: 'Junk', specialUse: '\\Junk' },
  { name: 'Sent', specialUse: '\\Sent' },
  { name: 'Trash', specialUse: '\\Trash' },
] as const

const foldersOf = (account: MailAccount): StoreMailbox[] =>
  account.list().flatMap(({ mailbox }) => mailbox ?? [])

/** Users rename and delete folders: junk goes to the folder they chose, or else into a new one. */
function folderOf(account: MailAccount, folder: Delivery['folder']): StoreMailbox | undefined {
  if (folder === 'inbox') return account.mailbox('INBOX')
  const junk = foldersOf(account).find(({ specialUse }) => specialUse === '\\Junk')
  if (junk) return junk
  const created = account.create('Junk', { specialUse: '\\Junk' })
  return created.ok ? created.mailbox : account.mailbox('Junk')
}
