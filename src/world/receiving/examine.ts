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

/**
 * @returns `undefined` where the host does not authenticate, or the message is for others alone; a
 *   promise where something has to be waited for.
 */
export function examine(
  net: Internet,
  receiver: Receiver,
  { envelope, message }: Incoming,
): Examined | undefined | Promise<Examined> {
  const { host, service, connection } = receiver
  if (!service.authenticates || !envelope.to.some((address) => isLocal(receiver, address)))
    return undefined
  const { ip, helo, from } = envelope
  const now = net.clock.now()
  const input = { ip, helo, mailFrom: from, message, now, authservId: host.name }
  const mode = service.dmarcEdition
  const judging = judgeMessage(
    net,
    { host: host.name, connection },
    mode ? { ...input, mode } : input,
  )
  return judging instanceof Promise || mayBeSealed(receiver)
    ? withArc(net, receiver, message, judging)
    : { judgement: judging, results: judging.authentication.header }
}

async function withArc(
  net: Internet,
  receiver: Receiver,
  message: Uint8Array,
  judging: Judgement | Promise<Judgement>,
): Promise<Examined> {
  const judgement = await judging
  const arc = mayBeSealed(receiver) ? await validate(net, receiver, message) : undefined
  const { header } = judgement.authentication
  return { judgement, ...(arc && { arc }), results: arc ? `${header}; arc=${arc.status}` : header }
}

/** Whether the host knows ARC: it seals what it sends on, or believes the seals of others. */
const mayBeSealed = ({ host, service }: Receiver): boolean =>
  host.forwarding?.seal === true ||
  host.lists?.some(({ seal }) => seal) === true ||
  Boolean(service.trusts?.sealers?.length)

async function validate(
  net: Internet,
  { host, connection }: Receiver,
  message: Uint8Array,
): Promise<ArcVerdict | undefined> {
  const parsed = parseMessage(message)
  if (!fieldNamed(parsed, 'ARC-Seal')) return undefined
  return runAsync(
    validateArc(parsed, { now: net.clock.now() }),
    answersOn(net, host.name, { judges: connection }),
  )
}
