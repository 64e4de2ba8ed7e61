import type { QueuedMessage } from '../outbox/queued-message.ts'
import { withTraceFields, type Receipt } from '../trace-fields.ts'
import type { Incoming, Receiver } from './receiver.ts'

/** A message that came in, as its host passes it on; without recipients. */
export function queuedOf(
  { host, connection }: Receiver,
  { envelope, message }: Incoming,
  receipt: Receipt,
): QueuedMessage {
  const { ret, envid, requireTls, body } = envelope.parameters
  return {
    id: receipt.id,
    host,
    helo: host.helo ?? host.name,
    from: envelope.from,
    to: [],
    bytes: withTraceFields(message, receipt, 'relay'),
    parameters: {
      ...(ret && { ret }),
      ...(envid !== undefined && { envid }),
      ...(requireTls && { requireTls }),
      ...(body && { body }),
    },
    arrivedAt: receipt.at,
    receivedFrom: { helo: envelope.helo, ip: envelope.ip },
    cause: connection,
  }
}
