import { randomId } from '../../core/random.ts'
import { composeDsn, type Delivery } from '../../message/dsn/compose.ts'
import { wantsDsn, type Notify } from '../../message/dsn/notify.ts'
import { encodeRecipient, isUtf8Type } from '../../message/dsn/xtext.ts'
import type { OriginalRecipient, RcptParameters } from '../../protocols/smtp/parameters/rcpt.ts'
import type { Internet } from '../internet.ts'
import { domainsOf } from '../domains.ts'
import { signMessage } from '../write-mail.ts'
import type { QueuedRecipient, QueuedMessage } from './queued-message.ts'
import { sendOwn } from './send-own.ts'

/** What became of a message for one recipient, with what its sender asked for. */
export type Reported = Delivery & { readonly queued: QueuedRecipient }

/** Digits of the id of a notification. */
const ID_LENGTH = 12

/**
 * Reports to the sender of a message what became of it, as far as it asked (RFC 3461 §5.2). Nothing
 * is ever reported of a message with the null reverse-path (RFC 5321 §6.1).
 */
export async function reportOn(
  net: Internet,
  message: QueuedMessage,
  deliveries: readonly Reported[],
): Promise<void> {
  const wanted = deliveries.filter(({ action, queued }) => wantsDsn(action, notifyOf(queued)))
  if (!wanted.length || message.from === '') return
  const { host } = message
  net.emit({
    type: 'reported',
    host: host.name,
    queueId: message.id,
    to: message.from,
    about: wanted.map(({ recipient, action, status }) => ({ recipient, action, status })),
  })
  const bytes = await signMessage(net, host, compose(net, message, wanted))
  sendOwn(net, host, {
    ...{ to: message.from, bytes, about: message.id, reason: REASON },
    // RFC 8689 §5: as protected as what it is about.
    ...(message.parameters.requireTls && { requireTls: true }),
    ...(message.cause !== undefined && { cause: message.cause }),
  })
}

const REASON = 'This host wrote it itself, to report what became of a message.'

function compose(
  net: Internet,
  message: QueuedMessage,
  deliveries: readonly Reported[],
): Uint8Array {
  const { host, from, parameters, receivedFrom } = message
  return composeDsn({
    reportingMta: host.name,
    to: from,
    from: `Mail Delivery System <postmaster@${domainsOf(host)[0] ?? host.name}>`,
    at: net.clock.now(),
    messageId: `<${randomId(net.random, ID_LENGTH)}@${host.name}>`,
    ...(parameters.envid !== undefined && { envelopeId: parameters.envid }),
    ...(receivedFrom && { receivedFrom }),
    arrivedAt: message.arrivedAt,
    deliveries: deliveries.map(({ queued, ...delivery }) => ({
      ...delivery,
      ...originalOf(queued),
    })),
    original: message.bytes,
    // RFC 8689 §5
    returned: parameters.ret === 'HDRS' || parameters.requireTls ? 'headers' : 'full',
  })
}

const originalOf = ({ original }: QueuedRecipient): Pick<Delivery, 'originalRecipient'> =>
  original ? { originalRecipient: `${original.type};${shownAddress(original)}` } : {}

/** A report is ASCII (RFC 6533 §3). */
const shownAddress = ({ type, address }: OriginalRecipient): string =>
  isUtf8Type(type) ? encodeRecipient(type, address) : address

/** NOTIFY as the message came with it; no parameter is not the same as nothing wanted (RFC 3461 §4.1). */
function notifyOf({ notify }: RcptParameters): Notify | undefined {
  if (!notify) return undefined
  const wanted = notify.flatMap((word) => (word === 'NEVER' ? [] : [occasions[word]]))
  return wanted.length ? wanted : 'never'
}

const occasions = { SUCCESS: 'success', FAILURE: 'failure', DELAY: 'delay' } as const
