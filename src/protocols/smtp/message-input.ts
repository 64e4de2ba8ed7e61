import { TEXT_LINE } from './limits.ts'
import { personalityOf } from './personalities/index.ts'
import type { Reply } from './reply.ts'
import { toGreeted, toWaiting, type Data, type SmtpEnvelope, type Taken } from './session.ts'
import { endOfData, finish } from './speak.ts'
import { readData, type DataState } from './wire/data.ts'
import { ropeBytes } from '../wire/rope.ts'

/** Reads message data; at its end the message is refused, or handed to the world to be judged. */
export function takeData(session: Data, bytes: Uint8Array, from: number): Taken {
  const { state: data, next, ended } = readData(session.data, bytes, from, session.host)
  if (!ended) return { session: { ...session, data }, effects: [], next }
  const refusal = refusalOf(session, data)
  // The transaction is over either way (§4.1.1.4).
  if (refusal) return { ...finish(toGreeted(session, session.hello), endOfData, refusal), next }
  const message = ropeBytes(data.content)
  return {
    session: toWaiting(session),
    effects: [{ type: 'deliver', envelope: envelopeOf(session), message }],
    next,
  }
}

function refusalOf({ host }: Data, data: DataState): Reply | undefined {
  const { replies: say } = personalityOf(host)
  if (host.maxSize > 0 && data.size > host.maxSize)
    return say.messageTooLarge({ limit: host.maxSize })
  // RFC 5321 §2.3.8, §4.1.1.4: nobody may send it, and no server may take it for a line end.
  if (data.bareLf && host.bareLf === 'strict') return say.bareLf({ host: host.name })
  if (data.longLine) return say.textLineTooLong({ limit: TEXT_LINE })
  return undefined
}

const envelopeOf = ({ sender, to, hello, peer }: Data): SmtpEnvelope => ({
  from: sender.from,
  to,
  helo: hello.name,
  ip: peer.address,
  parameters: sender.parameters,
})
