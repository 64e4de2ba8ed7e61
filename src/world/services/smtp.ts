import { utf8 } from '../../core/bytes.ts'
import { openSession, step } from '../../protocols/smtp/engine.ts'
import { hostDefaults, type SmtpHost } from '../../protocols/smtp/host.ts'
import type { Effect, SessionInput, Turn } from '../../protocols/smtp/session.ts'
import { acceptMessage } from '../inbound.ts'
import type { Internet } from '../internet.ts'
import type { HostSpec, SmtpServiceSpec } from '../spec.ts'
import { isOf } from './accounts.ts'
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
  let leaving = false
  function begin(turn: Turn): ServiceEffect[] {
    session = turn.session
    const effects = turn.effects.flatMap(carryOut)
    return leaving && !isTakingMail(session) ? [...effects, ...farewell(host)] : effects
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
      // Nothing waits at a host of this world: what cannot be delivered at once comes back.
      case 'flush':
        return []
      default:
        return [effect]
    }
  }
  function take(input: ServiceInput): ServiceEffect[] {
    if (input.type === 'shutDown') {
      leaving = true
      return session && !isTakingMail(session) ? farewell(host) : []
    }
    return isForSmtp(input) ? feed(input) : []
  }
  return { begin, take }
}

/** A message under way may end before the host goes down; anything else the client can do again. */
const isTakingMail = ({ phase }: Turn['session']): boolean =>
  ['data', 'chunk', 'chunks', 'waiting'].includes(phase)

/** RFC 5321 §3.8 */
const farewell = ({ name }: HostSpec): ServiceEffect[] => [
  { type: 'send', bytes: utf8(`421 4.3.2 ${name} is shutting down\r\n`) },
  { type: 'close' },
]

const isForSmtp = (input: ServiceInput): input is SessionInput & ServiceInput =>
  ['bytes', 'tick', 'secured', 'closed'].includes(input.type)

const smtpHost = (net: Internet, host: HostSpec, service: SmtpServiceSpec): SmtpHost => ({
  ...hostDefaults,
  name: host.name,
  personality: service.personality,
  localDomains: service.domains,
  mailboxes: net.mailboxes
    .map(({ address }) => address)
    .filter((address) => isOf(service.domains, address)),
  relayFrom: service.relayFrom,
  maxSize: service.maxSize,
  bareLf: service.bareLf ?? 'strict',
})
