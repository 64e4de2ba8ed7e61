import type { Mailbox } from '../../store/store.ts'
import { keyword, list } from '../wire/combine.ts'
import { writeName } from '../wire/mailbox-names.ts'
import { isRev2 } from '../server/modes.ts'
import type { CommandSession } from '../server/session.ts'
import { personalityOf } from '../personalities/index.ts'
import type { Parser } from '../wire/reader.ts'

const names = [
  'MESSAGES',
  'RECENT',
  'UIDNEXT',
  'UIDVALIDITY',
  'UNSEEN',
  'DELETED',
  'SIZE',
  'HIGHESTMODSEQ',
  'MAILBOXID',
  'DELETED-STORAGE',
] as const

/** As Dovecot has them. */
const OWN_ORDER: readonly StatusItem[] = [
  ...(['MESSAGES', 'RECENT', 'UIDNEXT', 'UIDVALIDITY', 'UNSEEN', 'HIGHESTMODSEQ', 'SIZE'] as const),
  ...(['DELETED', 'MAILBOXID', 'DELETED-STORAGE'] as const),
]

/** RFC 9051 §6.3.11; RFC 7162 §3.1.7, RFC 8474 §4.3, RFC 9208 §4.1.4. */
export type StatusItem = (typeof names)[number]

export const statusItems: Parser<readonly StatusItem[]> = list(keyword(...names))

/** `* STATUS name (…)` */
export function statusLine(
  mailbox: Mailbox,
  name: string,
  items: readonly StatusItem[],
  {
    host,
    enabled,
  }: Pick<Extract<CommandSession, { phase: 'authenticated' | 'selected' }>, 'host' | 'enabled'>,
): string {
  const { statusOrder } = personalityOf(host).policies
  const asked = statusOrder === 'own' ? OWN_ORDER.filter((item) => items.includes(item)) : items
  const values = asked
    // RECENT is no more in IMAP4rev2.
    .filter((item) => item !== 'RECENT' || !isRev2(enabled))
    .map((item) => `${item} ${valueOf(mailbox, item)}`)
  return `* STATUS ${writeName(name, enabled)} (${values.join(' ')})\r\n`
}

function valueOf(mailbox: Mailbox, item: StatusItem): string {
  const { messages } = mailbox
  switch (item) {
    case 'MESSAGES':
      return `${messages.length}`
    case 'RECENT':
      return `${messages.filter(({ uid }) => uid >= mailbox.recentFrom).length}`
    case 'UIDNEXT':
      return `${mailbox.uidNext}`
    case 'UIDVALIDITY':
      return `${mailbox.uidValidity}`
    case 'UNSEEN':
      return `${messages.filter(({ flags }) => !flags.includes('\\Seen')).length}`
    case 'DELETED':
      return `${deletedOf(mailbox).length}`
    case 'SIZE':
      return `${octetsOf(messages)}`
    case 'HIGHESTMODSEQ':
      return `${mailbox.highestModSeq}`
    case 'MAILBOXID':
      return `(${mailbox.mailboxId})`
    case 'DELETED-STORAGE':
      return `${octetsOf(deletedOf(mailbox))}`
  }
}

const deletedOf = ({ messages }: Mailbox) =>
  messages.filter(({ flags }) => flags.includes('\\Deleted'))

const octetsOf = (messages: Mailbox['messages']): number =>
  messages.reduce((sum, { bytes }) => sum + bytes.length, 0)
