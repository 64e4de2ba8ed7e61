import * as v from 'valibot'
import { parseDsn } from '../../message/dsn/read.ts'
import { ACTIONS, type DsnRecipient } from '../../message/dsn/dsn.ts'
import { parseMessage } from '../../message/parse.ts'
import { messagesOf } from '../../world/mailboxes.ts'
import { amountEntries, isAmount, wantedAmount } from '../amount.ts'
import { sameMailbox } from '../command-pattern.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { code } from '../wording.ts'

const entries = {
  /** The mailbox that it came to. */
  mailbox: v.string(),
  /** Whose delivery it is about. */
  recipient: v.exactOptional(v.string()),
  /** What became of that. */
  action: v.exactOptional(v.picklist(ACTIONS)),
  /** How its enhanced status code begins: `5.1.1`, `4.`. */
  status: v.exactOptional(v.string()),
  /** The host that reports. */
  host: v.exactOptional(v.string()),
  /** A part of what the other server said, word for word; in any case. */
  has: v.exactOptional(v.string()),
  ...amountEntries,
}

type Wanted = ParamsOf<typeof entries>

/**
 * @example
 * { kind: report, mailbox: alice@example.org, recipient: bob@example.net, action: failed, status: '5.' }
 */
export const report = defineCondition({
  kind: 'report',
  about: 'A bounce or another delivery status notification lies in a mailbox.',
  entries: () => entries,
  check(wanted, { world }) {
    const mailbox = world.mailboxes.find(({ address }) => sameMailbox(address, wanted.mailbox))
    const reports = (mailbox ? messagesOf(mailbox) : []).flatMap(
      ({ bytes }) => parseDsn(parseMessage(bytes)).dsn ?? [],
    )
    const fitting = reports.filter(
      ({ recipients, reportingMta }) =>
        (wanted.host === undefined || reportingMta?.value === wanted.host) &&
        recipients.some((one) => isAbout(wanted, one)),
    )
    if (isAmount(fitting.length, wanted)) return met
    const place = `the mailbox of ${code(wanted.mailbox)}`
    if (!reports.length) return notYet(`No report is in ${place} yet.`)
    if (fitting.length)
      return notYet(
        `${fitting.length} such reports are in ${place}; wanted: ${wantedAmount(wanted)}.`,
      )
    return notYet(`The newest report in ${place} says ${saidIn(reports.at(-1)!.recipients)}.`)
  },
})

function isAbout(wanted: Wanted, one: DsnRecipient): boolean {
  const addresses = [one.finalRecipient?.value, one.originalRecipient?.value]
  const { recipient, action, status, has } = wanted
  return (
    (recipient === undefined ||
      addresses.some((address) => address !== undefined && sameMailbox(address, recipient))) &&
    (action === undefined || one.action === action) &&
    (status === undefined || (one.status?.code.startsWith(status) ?? false)) &&
    (has === undefined ||
      (one.diagnosticCode?.value.toLowerCase().includes(has.toLowerCase()) ?? false))
  )
}

const saidIn = (recipients: readonly DsnRecipient[]): string =>
  recipients
    .map(({ finalRecipient, action, status }) =>
      code(`${finalRecipient?.value ?? ''} ${action ?? ''} ${status?.code ?? ''}`.trim()),
    )
    .join(', ')
