import type { Tls } from '../../core/tls.ts'
import { defineEvent } from '../log/event-kind.ts'

/** Octets that went over a connection. */
export interface Wire {
  readonly type: 'wire'
  readonly connection: number
  readonly from: 'client' | 'server'
  readonly bytes: Uint8Array
  /** The session of TLS that kept others from reading them. */
  readonly tls?: Tls
}

export const wire = defineEvent<Wire>({
  type: 'wire',
  shownIn: 'detail',
  sentence: ({ connection, from, bytes, tls: session }) =>
    `Connection ${connection}: the ${from} sends ${bytes.length} octets${session ? ' under TLS' : ''}.`,
  octets: ({ bytes }) => bytes.length,
})
