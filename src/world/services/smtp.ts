import { domainOf } from '../../core/domain.ts'
import { openSession, step } from '../../protocols/smtp/engine.ts'
import { hostDefaults, type SmtpHost } from '../../protocols/smtp/host.ts'
import type { Effect, SessionInput, Turn } from '../../protocols/smtp/session.ts'
import { acceptMessage } from '../inbound.ts'
import type { Internet } from '../internet.ts'
import type { HostSpec, SmtpServiceSpec } from '../spec.ts'
import type { OpenService, Served, Service, ServiceEffect, ServiceInput } from './service.ts'

/** Mail exchange between servers, on port 25 (RFC 5321 §4.5.4.2). */
export const smtp: Service = {
  name: 'smtp',
  port: 25,
  transport: 'plain',
  offeredBy: (host) => host.smtp && openMx(host.smtp),
}

const openMx =
  (service: SmtpServiceSpec): OpenService =>
  (net, served) => {
    const turns = runTurns(net, served, service)
    const start = openSession(smtpHost(net, served.host, service), served.peer)
    return { effects: turns.begin(start), take: turns.take }
  }

/** Keeps the session between its turns, and puts each message before the world. */
function runTurns(net: Internet, { host, connection }: Served, service: SmtpServiceSpec) {
  let session: Turn['session'] | undefined
  function begin(turn: Turn): ServiceEffect[] {
    session = turn.session
    return turn.effects.flatMap(carryOut)
  }
  const feed = (input: SessionInput): ServiceEffect[] =>
    session ? begin(step(session, input)) : []

  function carryOut(effect: Effect): ServiceEffect[] {
    switch (effect.type) {
      case 'exchange':
        return [{ type: 'note', event: { ...effect, connection } }]
      case 'deliver':
        return [
          {
            type: 'work',
            async run() {
              const verdict = await acceptMessage(net, { host, service, connection }, effect)
              return feed({ type: 'verdict', ...verdict })
            },
          },
        ]
      default:
        return [effect]
    }
  }
  return { begin, take: (input: ServiceInput) => (isForSmtp(input) ? feed(input) : []) }
}

const isForSmtp = (input: ServiceInput): input is SessionInput & ServiceInput =>
  input.type !== 'changed' && input.type !== 'secured'

const smtpHost = (net: Internet, host: HostSpec, service: SmtpServiceSpec): SmtpHost => ({
  ...hostDefaults,
  name: host.name,
  personality: service.personality,
  localDomains: service.domains,
  mailboxes: net.mailboxes
    .map(({ address }) => address)
    .filter((address) => isServed(service, address)),
  relayFrom: service.relayFrom,
  maxSize: service.maxSize,
})

const isServed = ({ domains }: SmtpServiceSpec, address: string): boolean =>
  domains.some((domain) => domain.toLowerCase() === domainOf(address))
