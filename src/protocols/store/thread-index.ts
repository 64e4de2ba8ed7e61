import { fromLatin1 } from '../../core/bytes.ts'
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
  const header = headerOf(message)
  const own = valuesOf(header, 'message-id').slice(0, 1)
  const others = [...valuesOf(header, 'in-reply-to'), ...valuesOf(header, 'references').reverse()]
  return [...own, ...others.slice(0, THREAD_IDS)]
}

function headerOf(message: Uint8Array): string {
  const text = fromLatin1(message.subarray(0, THREAD_HEADER))
  if (/^\r?\n/.test(text)) return ''
  const end = text.search(/\n\r?\n/)
  return end < 0 ? text : text.slice(0, end + 1)
}

function valuesOf(header: string, name: string): string[] {
  const field = new RegExp(`^${name}[ \\t]*:([^\\n]*(?:\\n[ \\t][^\\n]*)*)`, 'im').exec(header)
  return field?.[1]?.match(/<[^<>\s]+>/g) ?? []
}
