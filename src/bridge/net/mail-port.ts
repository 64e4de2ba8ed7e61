import { createServer, type Server } from 'node:net'
import type { World } from '../../world/world.ts'
import type { Certificate } from './certificate.ts'
import { MAX_CONNECTIONS } from './limits.ts'
import { relay, type Caller, type Route } from './relay.ts'
import type { Relays } from './relays.ts'

export interface MailPort {
  readonly world: World
  readonly route: Route
  readonly caller: Caller
  readonly identity: Certificate
  readonly relays: Relays
}

/** A TCP server that stands for one port of a simulated host, not yet listening. */
export function mailPort({ world, route, caller, identity, relays }: MailPort): Server {
  return createServer({ allowHalfOpen: true, pauseOnConnect: false }, (socket) => {
    if (relays.count() >= MAX_CONNECTIONS) return void socket.end(tooMany(route))
    const one = relay(world, socket, { route, caller, identity })
    socket.once('close', relays.add(one))
  })
}

/** What each protocol replies to one connection too many; under TLS only the end can be sent. */
function tooMany({ port, host, transport }: Route): string {
  if (transport === 'implicit') return ''
  if (port === 143) return '* BYE [UNAVAILABLE] Too many connections\r\n'
  if (port === 110) return '-ERR [SYS/TEMP] Too many connections\r\n'
  return `421 4.3.2 ${host} Too many connections\r\n`
}
