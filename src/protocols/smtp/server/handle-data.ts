import { TEXT_LINE } from '../limits.ts'
import { deliver, endWith } from './message-end.ts'
import type { Reply } from '../wire/reply.ts'
import { toData, toGreeted, type Data, type Handled } from './session.ts'
import { endOfData } from './respond.ts'
import { readData, type DataState } from '../wire/data.ts'
import { ropeBytes } from '../../shared/wire/rope.ts'

/** Reads message data; at its end the message is refused, or handed to the world to be judged. */
export function handleData(session: Data, bytes: Uint8Array, from: number): Handled {
  const { state: data, next, ended } = readData(session.data, bytes, from, session.host)
  if (!ended) return { session: toData(session, data), effects: [], next }
  const refusal = refusalOf(session, data)
  // The transaction is over either way (§4.1.1.4).
  if (refusal) {
    const turn = endWith(session, toGreeted(session, session.hello), endOfData, refusal)
    return { ...turn, next }
  }
  const message = ropeBytes(data.content)
  return { ...deliver(session, message, data.isPlain ? message : undefined), next }
}

function refusalOf({ host, personality }: Data, data: DataState): Reply | undefined {
  const { replies } = personality
  if (host.maxSize > 0 && data.size > host.maxSize)
    return replies.messageTooLarge({ limit: host.maxSize })
  // RFC 5321 §2.3.8, §4.1.1.4: no client may send it, and no server may take it for a line end.
  if (data.bareLf && host.bareLf === 'strict') return replies.bareLf({ host: host.name })
  if (data.longLine && personality.policies.longLines === 'refuse')
    return replies.textLineTooLong({ limit: TEXT_LINE })
  return undefined
}
