import { validateArc, type ArcVerdict } from '../../auth/arc/validate.ts'
import { runAsync } from '../../core/effects.ts'
import { fieldNamed } from '../../message/field.ts'
import { parseMessage } from '../../message/parse.ts'
import { answersOn, type Internet } from '../internet.ts'
import { judgeMessage, type Judgement } from '../judgement.ts'
import { isLocal } from './is-local.ts'
import type { Incoming, Receiver } from './receiver.ts'

/** What a host found out about a message that came in. */
export interface Examined {
  readonly judgement: Judgement
  /** Where it knows ARC, and a handler before it sealed the message. */
  readonly arc?: ArcVerdict
  /** Value of the Authentication-Results field. */
  readonly results: string
}

/** @returns `undefined` where the host does not authenticate, or the message is for others alone. */
export async function examine(
  net: Internet,
  receiver: Receiver,
  { envelope, message }: Incoming,
): Promise<Examined | undefined> {
  const { host, service, connection } = receiver
  if (!service.authenticates || !envelope.to.some((address) => isLocal(receiver, address)))
    return undefined
  const { ip, helo, from } = envelope
  const now = net.clock.now()
  const input = { ip, helo, mailFrom: from, message, now, authservId: host.name }
  const mode = service.dmarcEdition
  const judgement = await judgeMessage(
    net,
    { host: host.name, connection },
    mode ? { ...input, mode } : input,
  )
  const arc = await validate(net, receiver, message)
  const { header } = judgement.authentication
  return { judgement, ...(arc && { arc }), results: arc ? `${header}; arc=${arc.status}` : header }
}

async function validate(
  net: Internet,
  { host, service, connection }: Receiver,
  message: Uint8Array,
): Promise<ArcVerdict | undefined> {
  const seals = host.forwarding?.seal || host.lists?.some(({ seal }) => seal)
  if (!seals && !service.trusts?.sealers?.length) return undefined
  const parsed = parseMessage(message)
  if (!fieldNamed(parsed, 'ARC-Seal')) return undefined
  return runAsync(
    validateArc(parsed, { now: net.clock.now() }),
    answersOn(net, host.name, { judges: connection }),
  )
}
