import { fromLatin1 } from '../../core/bytes.ts'
import { headerOctets } from '../../message/header-octets.ts'
import { THREAD_HEADER, THREAD_IDS } from './limits.ts'

/**
 * Finds the thread of a message by the ids in its header. A message is in the thread of what it
 * answers: `References`, then `In-Reply-To` (RFC 5322 §3.6.4). An answer that comes before its
 * question is found by the ids that both refer to.
 */
export class ThreadIndex {
  readonly byMessageId = new Map<string, string>()

  /** @param newId Gives the id of a thread that begins with this message. */
  threadOf(message: Uint8Array, newId: () => string): string {
    const ids = idsOf(message)
    const known = ids.map((id) => this.byMessageId.get(id)).find((thread) => thread !== undefined)
    const thread = known ?? newId()
    for (const id of ids) if (!this.byMessageId.has(id)) this.byMessageId.set(id, thread)
    return thread
  }
}

/** Its own id, then those it refers to, the nearest first. */
function idsOf(message: Uint8Array): string[] {
  const header = fromLatin1(headerOctets(message.subarray(0, THREAD_HEADER)))
  const own = valuesOf(header, 'message-id').slice(0, 1)
  const others = [...valuesOf(header, 'in-reply-to'), ...valuesOf(header, 'references').reverse()]
  return [...own, ...others.slice(0, THREAD_IDS)]
}

type IdField = 'message-id' | 'in-reply-to' | 'references'

const fieldOf = (name: IdField): RegExp =>
  new RegExp(`^${name}[ \\t]*:([^\\n]*(?:\\n[ \\t][^\\n]*)*)`, 'im')

const FIELDS: Readonly<Record<IdField, RegExp>> = {
  'message-id': fieldOf('message-id'),
  'in-reply-to': fieldOf('in-reply-to'),
  references: fieldOf('references'),
}

function valuesOf(header: string, name: IdField): string[] {
  return FIELDS[name].exec(header)?.[1]?.match(/<[^<>\s]+>/g) ?? []
}
