import { domainOf } from '../core/domain.ts'
import { transmit, type Outcome } from './outbound.ts'
import type { Delivered, Journey, JourneyEnd, WorldEvent } from './events.ts'
import type { Internet } from './internet.ts'
import type { MailSpec } from './spec.ts'
import { writeMail } from './write-mail.ts'

/** Sends a mail from its host to its end. One mail travels at a time, so the log since then is its way. */
export async function sendMail(net: Internet, mail: MailSpec): Promise<Journey> {
  const start = net.events.length
  const outcomes = await outcomesOf(net, mail)
  await net.quiet()
  const events = net.events.slice(start)
  const ends = mail.rcptTo.map((recipient, at) => endOf(outcomes[at]!, recipient, events))
  return { mail: mail.id, end: ends.find(({ kind }) => !arrived(kind)) ?? ends[0]!, events }
}

async function outcomesOf(net: Internet, mail: MailSpec): Promise<Outcome[]> {
  const host = net.hostNamed(mail.host)
  if (!host) {
    const reason = `No host is named ${mail.host}.`
    return mail.rcptTo.map(() => ({ kind: 'unreachable', reason }))
  }
  const bytes = await writeMail(net, host, mail)
  return transmit(net, host, {
    helo: mail.helo ?? host.name,
    from: mail.mailFrom,
    to: mail.rcptTo,
    bytes,
  })
}

const arrived = (kind: JourneyEnd['kind']): boolean => kind === 'inbox' || kind === 'junk'

function endOf(outcome: Outcome, recipient: string, events: readonly WorldEvent[]): JourneyEnd {
  switch (outcome.kind) {
    case 'unreachable':
      return { kind: 'undeliverable', reason: outcome.reason }
    case 'refused':
      return rejection(outcome, events)
    case 'sent':
      return (
        delivery(recipient, events) ?? { kind: 'undeliverable', reason: lossOf(recipient, events) }
      )
  }
}

function lossOf(recipient: string, events: readonly WorldEvent[]): string {
  const lost = events.find(
    (event) => event.type === 'undeliverable' && event.recipient === recipient,
  )
  return lost?.type === 'undeliverable'
    ? lost.reason
    : `${domainOf(recipient)} took it, but no mailbox there shows it.`
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
  const found = events.find(
    (event): event is Delivered & WorldEvent =>
      event.type === 'delivered' && event.mailbox.toLowerCase() === recipient.toLowerCase(),
  )
  return found && { kind: found.message.folder, mailbox: found.mailbox, message: found.message }
}
