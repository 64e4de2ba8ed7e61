import { words } from '#words/mailbox'
import type { Delivery, Folder, MailboxMessage, WorldEvent } from '../../../lab/types.ts'
import type { Observed } from '../../state/observed.ts'

/** A folder as the panel shows it. */
export interface ShownFolder {
  readonly name: string
  readonly label: string
  /** How many messages it holds. */
  readonly count: number
  /** Newest first; maybe not all. */
  readonly messages: readonly ShownMessage[]
}

export interface ShownMessage extends Pick<MailboxMessage, 'bytes' | 'flags'> {
  /** Identifies it among the messages of its folder. */
  readonly key: string
  readonly delivery?: Delivery
}

/** INBOX and the folder for junk, and every other folder that holds something. */
export const shownFolders = ({ folders }: ShowableMailbox): ShownFolder[] =>
  folders.filter(isShown).map(({ name, messages, count = messages.length }) => ({
    name,
    count,
    label: name === 'INBOX' ? words.inbox : name,
    messages: messages.map((message) => ({ ...message, key: `${message.uid}` })).toReversed(),
  }))

/** A mailbox, or a snapshot of one that does not have all messages. */
export interface ShowableMailbox {
  readonly folders: readonly (Folder & { readonly count?: number })[]
}

const isShown = ({ name, specialUse, messages }: Folder): boolean =>
  name === 'INBOX' || specialUse === '\\Junk' || messages.length > 0

/** What a lesson's mailboxes look like before its lab is open. */
export const emptyFolders: readonly Folder[] = [
  { name: 'INBOX', messages: [] },
  { name: 'Junk', specialUse: '\\Junk', messages: [] },
]

/** The flags of RFC 9051 §2.3.2 in words; keywords as they are. */
export const flagWords = (flags: readonly string[]): string[] =>
  flags.map((flag) => (flag.startsWith('\\') ? flag.slice(1).toLowerCase() : flag))

/** What was delivered last; what came before a lesson began is no news in it. */
export function lastNews(
  events: readonly WorldEvent[],
  { world: { now = '' }, opensAfter = 0 }: Observed['lesson'],
) {
  const begin = opensAfter ? Date.parse(now) + opensAfter * 1000 : -Infinity
  const last = events.findLast(({ type }) => type === 'delivered')
  return last?.type === 'delivered' && last.at > begin ? last : undefined
}
