import * as v from 'valibot'
import { subjectOf } from '../../world/subject-of.ts'
import type { Folder, Mailbox, MailboxMessage } from '../../world/mailboxes.ts'
import { amountEntries, isAmount, wantedAmount } from '../amount.ts'
import { sameMailbox } from '../command-pattern.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { both, code } from '../wording.ts'

const flagNames = v.exactOptional(v.pipe(v.array(v.string()), v.minLength(1, 'Name a flag.')))

const entries = {
  /** The address of the mailbox. */
  mailbox: v.string(),
  /** The folder's name, or what it is for: `inbox`, `junk`, `drafts`, `sent`, `trash`; in any case. */
  folder: v.string(),
  /** Whether there is such a folder; `no` for none of that name. */
  exists: v.exactOptional(v.picklist(['yes', 'no'])),
  /** Counts only messages with exactly this subject. */
  subject: v.exactOptional(v.string()),
  /** How many messages it holds, exactly; of those with `subject`, `flags` and `lacks`, if they are named. */
  count: v.exactOptional(v.number()),
  /** How many of its messages have no flag `\Seen`. */
  unseen: v.exactOptional(v.number()),
  /** Flags that a message has for it to be counted: `\Seen`, `\Deleted`, `$Junk`; in any case. */
  flags: flagNames,
  /** Flags that a message lacks for it to be counted. */
  lacks: flagNames,
  ...amountEntries,
}

type Wanted = ParamsOf<typeof entries>

/**
 * @example
 * { kind: folder, mailbox: bob@example.net, folder: trash, count: 1 }
 */
export const folder = defineCondition({
  kind: 'folder',
  about: 'A folder of a mailbox holds so many messages now, with such flags.',
  entries: () => entries,
  check(wanted, { world }) {
    const mailbox = world.mailboxes.find(({ address }) => sameMailbox(address, wanted.mailbox))
    const found = mailbox && folderOf(mailbox, wanted.folder)
    const name = `${code(wanted.mailbox)}’s folder ${code(wanted.folder)}`
    if (wanted.exists === 'no') return found ? notYet(`${name} is there still.`) : met
    if (!found) return notYet(`${name} is not there.`)
    const reason = wrongIn(found, wanted)
    return reason === undefined ? met : notYet(`${name} ${reason}.`)
  },
})

const folderOf = ({ folders }: Mailbox, wanted: string): Folder | undefined =>
  folders.find(({ name }) => name.toLowerCase() === wanted.toLowerCase()) ??
  folders.find(({ specialUse }) => specialUse?.slice(1).toLowerCase() === wanted.toLowerCase())

/** What is not as wanted, behind the folder’s name. */
function wrongIn({ messages }: Folder, wanted: Wanted): string | undefined {
  const { subject, count, unseen, flags: has = [], lacks = [] } = wanted
  const { exists, atLeast, atMost } = wanted
  const counted = messages.filter(
    (one) =>
      (subject === undefined || subjectOf(one.bytes) === subject) &&
      has.every((flag) => hasFlag(one, flag)) &&
      !lacks.some((flag) => hasFlag(one, flag)),
  ).length
  const fresh = messages.filter((one) => !hasFlag(one, '\\Seen')).length
  if (unseen !== undefined && fresh !== unseen) return `has ${fresh} unseen, not ${unseen}`
  const isCounted =
    subject !== undefined ||
    has.length + lacks.length > 0 ||
    atLeast !== undefined ||
    atMost !== undefined
  const about = subject === undefined ? '' : ` about “${subject}”`
  const what = `holds ${counted}${described(has, lacks, counted)}${about}`
  if (count !== undefined) return counted === count ? undefined : `${what}, not ${count}`
  if (!isCounted && (unseen !== undefined || exists !== undefined)) return undefined
  return isAmount(counted, wanted) ? undefined : `${what}; wanted: ${wantedAmount(wanted)}`
}

const hasFlag = ({ flags: given }: MailboxMessage, flag: string): boolean =>
  given.some((one) => one.toLowerCase() === flag.toLowerCase())

function described(has: readonly string[], lacks: readonly string[], counted: number): string {
  const parts = [
    ...(has.length ? [`with ${both(has.map(code))}`] : []),
    ...(lacks.length ? [`without ${both(lacks.map(code))}`] : []),
  ]
  return parts.length ? ` ${parts.join(' and ')}` : counted === 1 ? ' message' : ' messages'
}
