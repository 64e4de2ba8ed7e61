import { formatDate } from '../date.ts'
import { composeReport, type Returned } from '../report/compose-report.ts'
import type { Action } from './dsn.ts'
import { explainStatus } from './status.ts'

/** What became of a message for one recipient. */
export interface Delivery {
  /** As the reporting server had it. */
  readonly recipient: string
  /** ORCPT, xtext undone: `rfc822;ann@example.org` (RFC 3461 §4.2). */
  readonly originalRecipient?: string
  readonly action: Action
  /** An enhanced status code: `5.1.1`. */
  readonly status: string
  /** The server's reply: `550 5.1.1 No such mailbox`. */
  readonly diagnostic?: string
  /** What the reporting server found out by itself; one sentence, for people. */
  readonly reason?: string
  /** The server that sent the reply, where that is not the reporting one. */
  readonly remoteMta?: string
  /** Milliseconds since 1970. */
  readonly lastAttempt?: number
  readonly willRetryUntil?: number
  readonly finalLogId?: string
}

export interface DsnDraft {
  /** The reporting server. */
  readonly reportingMta: string
  /** The reverse-path of the message; never empty: those get no report (RFC 5321 §6.1). */
  readonly to: string
  /** `Mail Delivery System` and the postmaster of the server by default. */
  readonly from?: string
  /** Milliseconds since 1970. */
  readonly at: number
  /** With its angle brackets. */
  readonly messageId: string
  /** ENVID, xtext undone (RFC 3461 §4.4). */
  readonly envelopeId?: string
  /** What the client called itself, and its address. */
  readonly receivedFrom?: { readonly helo: string; readonly ip: string }
  readonly arrivedAt?: number
  readonly deliveries: readonly Delivery[]
  readonly original: Uint8Array
  /** RET; only failures bring the whole message back (RFC 3461 §4.3). `full` by default. */
  readonly returned?: Returned
}

/** Writes a delivery status notification (RFC 3464). */
export function composeDsn(draft: DsnDraft): Uint8Array {
  const { reportingMta, to, at, messageId, deliveries, original, returned = 'full' } = draft
  const hasFailed = deliveries.some(({ action }) => action === 'failed')
  return composeReport({
    headers: [
      ['From', draft.from ?? `Mail Delivery System <postmaster@${reportingMta}>`],
      ['To', to],
      ['Subject', subjectOf(deliveries)],
      ['Date', formatDate(at)],
      ['Message-ID', messageId],
      // RFC 3834 §5: this is an answer by machine.
      ['Auto-Submitted', 'auto-replied'],
    ],
    reportType: 'delivery-status',
    explanation: explain(draft),
    groups: [messageGroup(draft), ...deliveries.map(recipientGroup)],
    original,
    returned: hasFailed || returned === 'nothing' ? returned : 'headers',
  })
}

const SUBJECTS: Readonly<Record<Action, string>> = {
  failed: 'Undelivered Mail Returned to Sender',
  delayed: 'Delayed Mail (still being retried)',
  delivered: 'Successful Mail Delivery Report',
  relayed: 'Mail Was Passed On',
  expanded: 'Mail Was Sent On to Several',
}

/** The worst of what happened. */
function subjectOf(deliveries: readonly Delivery[]): string {
  const order: readonly Action[] = ['failed', 'delayed', 'expanded', 'relayed', 'delivered']
  const worst = order.find((action) => deliveries.some((one) => one.action === action))
  return SUBJECTS[worst ?? 'delivered']
}

type Field = readonly [name: string, value: string]

const optional = (name: string, value: string | undefined): Field[] =>
  value === undefined ? [] : [[name, value]]

const date = (name: string, ms: number | undefined): Field[] =>
  optional(name, ms === undefined ? undefined : formatDate(ms))

const messageGroup = (draft: DsnDraft): Field[] => [
  ...optional('Original-Envelope-Id', draft.envelopeId),
  ['Reporting-MTA', `dns; ${draft.reportingMta}`],
  ...optional(
    'Received-From-MTA',
    draft.receivedFrom && `dns; ${draft.receivedFrom.helo} (${draft.receivedFrom.ip})`,
  ),
  ...date('Arrival-Date', draft.arrivedAt),
]

const recipientGroup = (delivery: Delivery): Field[] => [
  ...optional('Original-Recipient', delivery.originalRecipient?.replace(/;\s*/, '; ')),
  ['Final-Recipient', `rfc822; ${delivery.recipient}`],
  ['Action', delivery.action],
  ['Status', delivery.status],
  ...optional('Remote-MTA', delivery.remoteMta && `dns; ${delivery.remoteMta}`),
  ...optional('Diagnostic-Code', delivery.diagnostic && `smtp; ${oneLine(delivery.diagnostic)}`),
  ...date('Last-Attempt-Date', delivery.lastAttempt),
  ...optional('Final-Log-ID', delivery.finalLogId),
  ...(delivery.action === 'delayed' ? date('Will-Retry-Until', delivery.willRetryUntil) : []),
]

/** A reply of several lines on one. */
const oneLine = (text: string): string => text.trim().replace(/\s*[\r\n]+\s*/g, ' ')

const REPORTED: Readonly<Record<Action, string>> = {
  failed: 'Your message could not be delivered to',
  delayed: 'Your message has not been delivered yet; you need not send it again. It waits for',
  delivered: 'Your message was delivered to',
  relayed: 'Your message was passed on, to a system that tells no more of it, for',
  expanded: 'Your message was sent on to several others by',
}

function explain({ reportingMta, deliveries }: DsnDraft): string {
  const each = deliveries.flatMap((one) => [
    '',
    `${REPORTED[one.action]} <${one.recipient}>.`,
    ...explainStatusOf(one),
    ...(one.diagnostic === undefined
      ? []
      : [`${one.remoteMta ?? reportingMta} said: ${oneLine(one.diagnostic)}`]),
    ...(one.reason === undefined ? [] : [one.reason]),
    ...(one.action === 'delayed' && one.willRetryUntil !== undefined
      ? [`It is tried until ${formatDate(one.willRetryUntil)}.`]
      : []),
  ])
  return [`This is the mail system at ${reportingMta}.`, ...each, ''].join('\n')
}

/** Where nothing went wrong there is nothing to explain. */
function explainStatusOf({ action, status }: Delivery): string[] {
  const known = action === 'failed' || action === 'delayed' ? explainStatus(status) : undefined
  return known ? [`${known.meaning} (${status})`] : []
}
