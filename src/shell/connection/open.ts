import type { Tls } from '../../core/tls.ts'
import type { Connection, ConnectionListener, Refusal } from '../../world/world.ts'
import type { CommandContext } from '../command.ts'
import type { Target } from './target.ts'

export type Attempt =
  | { readonly ok: true; readonly address: string; readonly line: OpenLine }
  | { readonly ok: false; readonly address: string; readonly refused: Refusal['refused'] }

/** An open connection that keeps still until somebody listens. */
export interface OpenLine {
  readonly host: string
  readonly port: number
  send(bytes: Uint8Array): void
  /** Tells the server that the TLS handshake is done. */
  secure(tls: Tls): void
  /** Closes; nothing is heard any more. */
  close(): void
  /** Hands over what came so far, and from now on all that comes. */
  listen(listener: ConnectionListener): void
}

/** Tries one address. Whatever the server says at once is kept for the listener. */
export function openLine(context: CommandContext, address: string, { port }: Target): Attempt {
  const kept: ((listener: ConnectionListener) => void)[] = []
  let listener: ConnectionListener | undefined
  let open = true
  const hear = (what: (listener: ConnectionListener) => void): void => {
    if (!open) return
    if (listener) what(listener)
    else kept.push(what)
  }
  const connection = context.world.connect(context.host.name, address, port, {
    received: (bytes) => hear((to) => to.received(bytes)),
    startTls: () => hear((to) => to.startTls?.()),
    closed: () => hear((to) => to.closed()),
  })
  if (isRefusal(connection)) return { ok: false, address, refused: connection.refused }
  return {
    ok: true,
    address,
    line: {
      host: connection.host,
      port,
      send: (bytes) => connection.send(bytes),
      secure: (tls) => connection.secure(tls),
      close() {
        open = false
        connection.close()
      },
      listen(given) {
        listener = given
        for (const what of kept.splice(0)) hear(what)
      },
    },
  }
}

const isRefusal = (opened: Connection | Refusal): opened is Refusal => 'refused' in opened

/** The system's words for a refusal, as the real tools print them. */
export const refusalText = (refused: Refusal['refused']): string =>
  refused === 'refused' ? 'Connection refused' : 'No route to host'

/** What a refusal means, for somebody who sees it for the first time. */
export function refusalAdvice({ port }: Target, refused: Refusal['refused']): string {
  if (refused === 'unreachable')
    return 'No host of this simulated Internet has that address. `hosts` lists them all.'
  return `The host is there, but no program listens on port ${port}. \`hosts\` shows the open ports.`
}
