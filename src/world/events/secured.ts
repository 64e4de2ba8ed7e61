import type { Tls } from '../../core/tls.ts'
import { defineEvent } from '../log/event-kind.ts'

/** A TLS handshake is done: no one else can read what follows on the connection. */
export interface Secured {
  readonly type: 'secured'
  readonly connection: number
  readonly tls: Tls
}

export const secured = defineEvent<Secured>({
  type: 'secured',
  shownIn: 'activity',
  sentence: ({ connection, tls: session }) =>
    `Connection ${connection} is under TLS (${session.version}).`,
})
