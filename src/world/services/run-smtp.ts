import { utf8 } from '../../core/bytes.ts'
import { openSession, step, type SmtpHost, type Turn } from '../../protocols/smtp/server/engine.ts'
import { hostDefaults } from '../../protocols/smtp/server/host.ts'
import type {
  DeliverEffect,
  Effect,
  SessionInput,
  Verdict,
} from '../../protocols/smtp/server/session.ts'
import type { Internet } from '../internet.ts'
import type { MannersSpec } from '../spec.ts'
import { isOf } from '../domains.ts'
import { mannersOf } from './manners.ts'
import type { Opened, Served, ServiceEffect, ServiceInput } from './service.ts'

/** What a message that was sent in comes to. */
export type TakeMessage = (delivery: DeliverEffect) => Promise<Verdict>

/** Keeps an SMTP session between its turns, and puts each message before the world. */
export function runSmtp(
  net: Internet,
  { host, connection, peer }: Served,
  server: SmtpHost,
  takeMessage: TakeMessage,
): Opened {
  const protocol = server.role === 'lmtp' ? 'lmtp' : 'smtp'
  let session: Turn['session'] | undefined
  let isLeaving = false
  function goOn(turn: Turn): ServiceEffect[] {
    session = turn.session
    const effects = turn.effects.flatMap(carryOut)
    return isLeaving && !isTakingMail(session) ? [...effects, ...farewell(server)] : effects
  }
  const feed = (input: SessionInput): ServiceEffect[] => (session ? goOn(step(session, input)) : [])

  function carryOut(effect: Effect): ServiceEffect[] {
    switch (effect.type) {
      case 'command':
        return [{ type: 'note', event: { ...effect, protocol, connection } }]
      case 'deliver':
        return [
          {
            type: 'work',
            run: async () => feed({ type: 'verdict', ...(await takeMessage(effect)) }),
          },
        ]
      case 'flush':
        net.flush(host.name, effect.domain)
        return []
      default:
        return [effect]
    }
  }

  return {
    effects: goOn(
      openSession(server, peer, { now: net.clock.now(), memory: net.memoryOf(host.name) }),
    ),
    take(input) {
      if (input.type === 'shutDown') {
        isLeaving = true
        return session && !isTakingMail(session) ? farewell(server) : []
      }
      if (input.type === 'bytes') return feed({ ...input, now: net.clock.now() })
      return isForSmtp(input) ? feed(input) : []
    },
  }
}

/** A message under way may end before the host goes down; anything else the client can do again. */
const isTakingMail = ({ phase }: Turn['session']): boolean =>
  ['data', 'chunk', 'chunks', 'waiting'].includes(phase)

/** RFC 5321 §3.8 */
const farewell = ({ name }: SmtpHost): ServiceEffect[] => [
  { type: 'send', bytes: utf8(`421 4.3.2 ${name} is shutting down\r\n`) },
  { type: 'close' },
]

const isForSmtp = (input: ServiceInput): input is SessionInput & ServiceInput =>
  ['bytes', 'tick', 'secured', 'closed'].includes(input.type)

/** What the specs of all kinds of SMTP service have. */
interface SmtpSpec extends MannersSpec {
  readonly personality: SmtpHost['personality']
  readonly domains: readonly string[]
  readonly maxSize: number
}

/** A server with the mailboxes that the world has in its domains. */
export const smtpServer = (
  net: Internet,
  name: string,
  { personality, domains, maxSize, ...manners }: SmtpSpec,
): SmtpHost => ({
  ...hostDefaults,
  ...mannersOf(manners),
  name,
  personality,
  localDomains: domains,
  mailboxes: net.mailboxes.all
    .map(({ address }) => address)
    .filter((address) => isOf(domains, address)),
  maxSize,
})
