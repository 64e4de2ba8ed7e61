import { domainOf } from '../core/domain.ts'
import { openSession, step } from '../protocols/smtp/engine.ts'
import type { SmtpHost } from '../protocols/smtp/host.ts'
import type { Effect, SessionInput, SmtpSession, Turn } from '../protocols/smtp/session.ts'
import { acceptMessage } from './inbound.ts'
import { HOP, type Internet } from './internet.ts'
import type { HostSpec, SmtpServiceSpec } from './spec.ts'
import type { Connection, ConnectionListener, Refusal } from './world.ts'

const SMTP_PORT = 25

export interface ConnectionRequest {
  /** Name of the connecting host. */
  readonly from: string
  readonly to: string
  readonly port: number
  readonly listener: ConnectionListener
}

/** Lets a host connect to an address; the server there greets at once. */
export function connectTo(
  net: Internet,
  { from, to, port, listener }: ConnectionRequest,
): Connection | Refusal {
  const host = net.hostAt(to)
  const refuse = (refused: Refusal['refused']): Refusal => {
    net.emit({ type: 'refused', from, to, port, reason: refused })
    return { refused }
  }
  if (!host) return refuse('unreachable')
  if (port !== SMTP_PORT || !host.smtp) return refuse('refused')
  const connection = net.nextConnection()
  const fromAddress = sourceAddress(net.hostNamed(from), to)
  net.emit({ type: 'opened', connection, from, fromAddress, to: host.name, toAddress: to, port })
  return serve(net, { host, service: host.smtp, connection, fromAddress, from, listener })
}

/** The address a host connects from: its first of the same family as the target. */
function sourceAddress(host: HostSpec | undefined, target: string): string {
  const addresses = host?.addresses ?? []
  const family = addresses.filter((address) => address.includes(':') === target.includes(':'))
  return family[0] ?? addresses[0] ?? '0.0.0.0'
}

interface Served {
  readonly host: HostSpec
  readonly service: SmtpServiceSpec
  readonly connection: number
  readonly from: string
  readonly fromAddress: string
  readonly listener: ConnectionListener
}

/** Runs the server's session: each input is a piece of work in the queue, its effects are done in order. */
function serve(net: Internet, served: Served): Connection {
  const { host, service, connection, fromAddress, listener } = served
  let session: SmtpSession | undefined
  let open = true

  const take = async (turn: Turn): Promise<void> => {
    session = turn.session
    for (const effect of turn.effects) await carryOut(effect)
  }

  const feed = (input: SessionInput): void =>
    net.queue.add(async () => {
      net.clock.advance(HOP)
      if (open && session) await take(step(session, input))
    })

  async function carryOut(effect: Effect): Promise<void> {
    switch (effect.type) {
      case 'send':
        return net.queue.add(() => listener.received(effect.bytes))
      case 'exchange':
        return net.emit({ ...effect, connection })
      case 'deliver': {
        const verdict = await acceptMessage(net, { host, service, connection }, effect)
        if (session) await take(step(session, { type: 'verdict', ...verdict }))
        return
      }
      case 'close':
        return end(() => listener.closed())
    }
  }

  function end(tell: () => void): void {
    if (!open) return
    open = false
    net.queue.add(() => {
      net.emit({ type: 'closed', connection })
      tell()
    })
  }

  net.queue.add(async () => {
    net.clock.advance(HOP)
    const peer = { address: fromAddress, name: served.from }
    await take(openSession(smtpHost(net, host.name, service), peer))
  })
  return {
    id: connection,
    host: host.name,
    send: (bytes) => feed({ type: 'bytes', bytes }),
    close() {
      feed({ type: 'closed' })
      net.queue.add(() => end(() => undefined))
    },
  }
}

const smtpHost = (net: Internet, name: string, service: SmtpServiceSpec): SmtpHost => ({
  name,
  personality: service.personality,
  localDomains: service.domains,
  mailboxes: net.mailboxes
    .map(({ address }) => address)
    .filter((address) => isServed(service, address)),
  relayFrom: service.relayFrom,
  maxSize: service.maxSize,
  bareLf: 'strict',
  maxErrors: 20,
  maxRecipients: 100,
})

const isServed = ({ domains }: SmtpServiceSpec, address: string): boolean =>
  domains.some((domain) => domain.toLowerCase() === domainOf(address))
