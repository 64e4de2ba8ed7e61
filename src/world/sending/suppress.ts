import { parseDsn } from '../../message/dsn/read.ts'
import { readFeedback } from '../../message/feedback/read.ts'
import { parseMessage } from '../../message/parse.ts'
import { remember } from '../../protocols/smtp/policies/memory.ts'
import type { DecidedAction } from '../events/decided.ts'
import type { ListContext } from '../lists/decide.ts'

/** A bounce came: one for good ends all mail to its recipient, where the service keeps such a list. */
export function noteBounceOf(context: ListContext, recipient: string, message: Uint8Array): void {
  const { dsn } = parseDsn(parseMessage(message))
  const hard = dsn?.recipients.find(
    ({ action, status }) => action === 'failed' && status?.code.startsWith('5'),
  )
  if (!hard) return log(context, 'noted', recipient, 'A report came of no loss for good.')
  suppress(context, recipient, `A message came back for good (${hard.status?.code ?? '5.0.0'})`)
}

/** A reader complained: nothing more goes there. */
export function noteComplaint(context: ListContext, message: Uint8Array): void {
  const feedback = readFeedback(parseMessage(message))
  if (feedback?.type !== 'abuse') return
  for (const recipient of feedback.originalRcptTo)
    suppress(context, recipient, 'Its reader called a message spam')
}

/** The address gets nothing more from a host that keeps such a list. */
export function suppress(context: ListContext, recipient: string, cause: string): void {
  const { net, host } = context
  if (!host.sending?.suppresses) return log(context, 'noted', recipient, `${cause}.`)
  remember(net.stateOf(host.name).suppressed, recipient.toLowerCase(), cause)
  log(context, 'dropped', recipient, `${cause}: it gets no more mail from here.`)
}

function log(
  { net, host, connection, queueId }: ListContext,
  action: DecidedAction,
  subject: string,
  reason: string,
): void {
  net.emit({
    ...{
      type: 'decided',
      host: host.name,
      queueId,
      policy: 'suppression',
      setting: 'sending.suppresses',
      action,
      subject,
      reason,
    },
    ...(connection !== undefined && { connection }),
  })
}
