import { domainOf } from '../core/domain.ts'
import type { Delivered } from './events/delivered.ts'
import type { WorldEvent } from './events/index.ts'
import type { Journey, JourneyEnd } from './journey.ts'
import type { Internet } from './internet.ts'
import { hasOutbox } from './outbox/outbox.ts'
import { noteQueued } from './outbox/note-queued.ts'
import type { QueuedMessage } from './outbox/queued-message.ts'
import { isForNow, type Outcome } from './outbox/outcome.ts'
import { recordOutcome, type Attempt } from './outbox/record-outcome.ts'
import { route } from './outbox/route.ts'
import type { MailSpec } from './spec.ts'
import { writeMail } from './write-mail.ts'

/**
 * Sends a mail from its host to its end. One mail travels at a time, so the log since then is its
 * way; what its host reports to the sender afterwards is no part of it.
 */
export async function sendMail(net: Internet, mail: MailSpec): Promise<Journey> {
  await net.quiet()
  const start = net.log.droppedCount + net.log.events.length
  const tried = await firstTry(net, mail)
  await net.quiet()
  const events = net.log.events.slice(Math.max(0, start - net.log.droppedCount))
  const keeps = tried !== undefined && hasOutbox(tried.message.host)
  const ends = mail.rcptTo.map((recipient, at) =>
    endOf(tried?.outcomes[at]?.outcome ?? noHost(mail), recipient, events, keeps),
  )
  if (tried) await recordOutcome(net, tried)
  return { mail: mail.id, end: ends.find(({ kind }) => !arrived(kind)) ?? ends[0]!, events }
}

const noHost = ({ host }: MailSpec): Outcome => ({
  kind: 'unreachable',
  reason: `No host is named ${host}.`,
  status: '5.3.5',
})

async function firstTry(net: Internet, mail: MailSpec): Promise<Attempt | undefined> {
  const host = net.hosts.named(mail.host)
  if (!host) return undefined
  const bytes = await writeMail(net, host, mail)
  const message: QueuedMessage = {
    id: mail.id,
    host,
    helo: mail.helo ?? host.helo ?? host.name,
    from: mail.mailFrom,
    to: mail.rcptTo.map((address) => ({
      address,
      ...(mail.report?.notify && { notify: mail.report.notify }),
    })),
    bytes,
    parameters: {
      ...(mail.report?.ret && { ret: mail.report.ret }),
      ...(mail.report?.envid !== undefined && { envid: mail.report.envid }),
    },
    arrivedAt: net.clock.now(),
  }
  noteQueued(net, message)
  const outcomes = await route(net, message, message.to)
  return { message, outcomes, tries: 0, delay: 'unreported' }
}

const arrived = (kind: JourneyEnd['kind']): boolean => kind === 'inbox' || kind === 'junk'

/** @param keeps Whether the host of the mail keeps what is worth another try. */
function endOf(
  outcome: Outcome,
  recipient: string,
  events: readonly WorldEvent[],
  keeps: boolean,
): JourneyEnd {
  switch (outcome.kind) {
    case 'unreachable': {
      const kind = keeps && isForNow(outcome) ? 'deferred' : 'undeliverable'
      return { kind, reason: outcome.reason }
    }
    case 'refused':
      return rejection(outcome, events)
    case 'sent':
      return delivery(recipient, events) ?? lost(recipient, events)
  }
}

function lost(recipient: string, events: readonly WorldEvent[]): JourneyEnd {
  const judged = events.findLast((event) => event.type === 'rejected')
  const authentication = judged?.type === 'rejected' ? judged.authentication : undefined
  return { ...lossOf(recipient, events), ...(authentication && { authentication }) }
}

function lossOf(
  recipient: string,
  events: readonly WorldEvent[],
): { kind: 'undeliverable' | 'deferred'; reason: string } {
  const reached = addressesBehind(recipient, events)
  for (const event of events)
    if (
      (event.type === 'undeliverable' || event.type === 'deferred') &&
      reached.has(event.recipient.toLowerCase())
    )
      return { kind: event.type, reason: event.reason }
  const reason = `${domainOf(recipient)} took it, but no mailbox there shows it.`
  return { kind: 'undeliverable', reason }
}

/** A recipient, and what hosts on the way found that it stands for, in lowercase. */
function addressesBehind(recipient: string, events: readonly WorldEvent[]): ReadonlySet<string> {
  const reached = new Set([recipient.toLowerCase()])
  for (const event of events)
    if (event.type === 'expanded' && reached.has(event.address.toLowerCase()))
      for (const address of event.to) reached.add(address.toLowerCase())
  return reached
}

function rejection(
  { connection, code, text }: Extract<Outcome, { kind: 'refused' }>,
  events: readonly WorldEvent[],
): JourneyEnd {
  const judged = events.find(
    (event) => event.type === 'rejected' && event.connection === connection,
  )
  const authentication = judged?.type === 'rejected' ? judged.authentication : undefined
  return { kind: 'rejected', code, text, ...(authentication && { authentication }) }
}

function delivery(recipient: string, events: readonly WorldEvent[]): JourneyEnd | undefined {
  const reached = addressesBehind(recipient, events)
  const found = events.find(
    (event): event is Delivered & WorldEvent =>
      event.type === 'delivered' && reached.has(event.mailbox.toLowerCase()),
  )
  return found && { kind: found.message.folder, mailbox: found.mailbox, message: found.message }
}
