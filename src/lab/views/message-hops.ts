import type { Message } from '../../message/parse.ts'
import { readReceivedChain } from '../../message/received-chain.ts'

/** What one server wrote of how the message came to it (RFC 5321 §4.4). */
export interface MessageHop {
  readonly from?: string
  /** The address that the server saw. */
  readonly ip?: string
  readonly by?: string
  /** `ESMTPS` and the like. */
  readonly with?: string
  readonly for?: string
  readonly id?: string
  /** Milliseconds since 1970. */
  readonly at?: number
  /** Milliseconds since the hop before; negative where clocks differ. */
  readonly delay?: number
}

/** The hops of a message, from the first server to the last. Never throws. */
export const messageHops = (message: Message): MessageHop[] =>
  readReceivedChain(message).hops.map((hop) => ({
    ...(hop.from && { from: hop.from.text }),
    ...(hop.ip !== undefined && { ip: hop.ip }),
    ...(hop.by && { by: hop.by.text }),
    ...(hop.with && { with: hop.with.text }),
    ...(hop.for && { for: hop.for.text }),
    ...(hop.id && { id: hop.id.text }),
    ...(hop.at !== undefined && { at: hop.at }),
    ...(hop.delay !== undefined && { delay: hop.delay }),
  }))
