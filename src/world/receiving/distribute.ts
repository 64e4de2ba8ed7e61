import type { OneVerdict, Verdict } from '../../protocols/smtp/server/session.ts'
import { expand, type Expansion } from '../addresses/expand.ts'
import { deliver } from '../deliver.ts'
import { contextOf } from '../lists/decide.ts'
import { receiveForList } from '../lists/receive.ts'
import type { QueuedRecipient } from '../outbox/queued-message.ts'
import { reportOn, type Reported } from '../outbox/report.ts'
import { complain } from '../responders/complain.ts'
import { respond } from '../responders/respond.ts'
import { noteBounceOf, noteComplaint } from '../sending/suppress.ts'
import { noteSpecial } from '../special/refuse.ts'
import type { SpecialAddress } from '../special/special-address.ts'
import { inFolder, storedFor, type Accepted } from './accepted.ts'
import { forwarded } from './forward.ts'
import { wasAt } from './hops.ts'
import { isLocal } from './is-local.ts'
import { queuedOf } from './queued-of.ts'

/** What a host does with a message for each of its recipients: keeps it, sends it on, or reports. */
export async function distribute(accepted: Accepted): Promise<Verdict> {
  const { envelope } = accepted.incoming
  const distribution = new Distribution(accepted)
  const recipients = envelope.to.map((address, at) => ({ address, ...envelope.recipients[at] }))
  const others: QueuedRecipient[] = []
  for (const recipient of recipients)
    if (isLocal(accepted.receiver, recipient.address)) {
      // Most are put into a mailbox, and are there at once.
      const underWay = distribution.keep(recipient)
      if (underWay) await underWay
    } else others.push(recipient)
  return distribution.end(others)
}

class Distribution {
  readonly #accepted: Accepted
  /** Recipients whose mailbox has no room. */
  readonly #full = new Set<string>()
  readonly #lost: Reported[] = []
  readonly #done: Reported[] = []

  constructor(accepted: Accepted) {
    this.#accepted = accepted
  }

  keep(recipient: QueuedRecipient): Promise<void> | undefined {
    const { net, receiver } = this.#accepted
    const found = expand(net, receiver.host, recipient.address)
    return found.by === 'mailbox' ? this.#store(recipient) : this.#lead(recipient, found)
  }

  async #lead(
    recipient: QueuedRecipient,
    found: Exclude<Expansion, { by: 'mailbox' }>,
  ): Promise<void> {
    const { receiver, incoming } = this.#accepted
    switch (found.by) {
      case 'alias':
      case 'catch-all':
        return this.#follow(recipient, found)
      case 'srs':
        return this.#sendBack(recipient, found)
      case 'list':
        return void this.#lost.push(
          ...(await receiveForList(this.#accepted, recipient, found.list)),
        )
      case 'bounce':
        return noteBounceOf(contextOf(this.#accepted), found.recipient, incoming.message)
      case 'complaint':
        return noteComplaint(contextOf(this.#accepted), incoming.message)
      case 'special':
        return this.#actOn(recipient, found.special)
      case 'unknown':
        return receiver.service.recipients === 'any'
          ? this.#lose(recipient, '5.1.1', `No mailbox here is called ${recipient.address}.`)
          : undefined
    }
  }

  /** Relays what is for others, and reports on what is for this host where somebody asked for it. */
  end(others: readonly QueuedRecipient[]): Verdict {
    const { net, receiver, incoming, receipt } = this.#accepted
    const reports = [...this.#lost, ...this.#done]
    // Nearly all messages end here, and are not written once more to be passed on.
    if (others.length === 0 && reports.length === 0) return this.#verdict()
    const queued = queuedOf(receiver, incoming, receipt)
    if (others.length) net.dispatch({ ...queued, to: others })
    for (const { recipient, reason = FULL } of this.#lost)
      net.emit({
        ...{ type: 'undeliverable', host: receiver.host.name, queueId: receipt.id },
        connection: receiver.connection,
        ...{ recipient, reason },
      })
    if (reports.length) net.inTurn(() => reportOn(net, queued, reports))
    return this.#verdict()
  }

  /** What a special address does once the message is accepted. */
  async #actOn({ address, ...asked }: QueuedRecipient, special: SpecialAddress): Promise<void> {
    const { net, receiver, stored } = this.#accepted
    const basis = { setting: 'specialAddresses', source: special.source }
    const { act } = special
    if (act.kind === 'bounce') return this.#lose({ address, ...asked }, act.status, act.reason)
    noteSpecial(net, receiver, { address, special }, act.kind === 'vanish' ? 'dropped' : 'accepted')
    if (act.kind === 'vanish') return
    this.#deliveredTo({ address, ...asked })
    const folder = act.kind === 'keep' ? act.folder : 'inbox'
    const { reason } = act.kind === 'keep' ? { reason: special.about } : stored
    const message = inFolder(stored, folder, reason)
    net.emit({
      ...{ type: 'delivered', connection: receiver.connection, mailbox: address, message, basis },
    })
    if (act.kind === 'answer') await respond(this.#accepted, address, { text: AWAY })
    if (act.kind === 'complain') await complain(this.#accepted, address)
  }

  #store(recipient: QueuedRecipient): Promise<void> | undefined {
    const { net, receiver, stored, basis } = this.#accepted
    const { connection, service } = receiver
    const { address } = recipient
    const refused = deliver(net, {
      ...{ domains: service.domains, address, message: stored, connection, basis },
    })
    if (refused === undefined) {
      this.#deliveredTo(recipient)
      return this.#answer(address)
    }
    this.#full.add(address)
    // The one reply to all recipients reports that the message was accepted.
    if (receiver.replies === 'once') this.#lose(recipient, '5.2.2')
    return undefined
  }

  async #follow(
    recipient: QueuedRecipient,
    found: Extract<Expansion, { readonly by: 'alias' | 'catch-all' }>,
  ): Promise<void> {
    const { address } = recipient
    if (found.circle !== undefined || wasAt(this.#accepted.incoming.message, address))
      return this.#lose(
        recipient,
        '5.4.6',
        `The alias ${found.circle ?? address} leads back to itself: a message would go round for ever.`,
      )
    const sent = found.others.length
      ? await forwarded(this.#accepted, recipient, found.others)
      : undefined
    this.#noteExpanded(address, found.by, [...found.mailboxes, ...found.others], sent)
    if (sent) this.#accepted.net.dispatch(sent.message)
    for (const mailbox of found.mailboxes) await this.#storeFor(recipient, mailbox)
    const isOneOther = found.others.length === 1 && !found.mailboxes.length
    if (!isOneOther && recipient.notify?.includes('SUCCESS'))
      this.#done.push({ ...reportedAs(recipient, 'expanded', '2.0.0') })
  }

  async #storeFor(recipient: QueuedRecipient, mailbox: string): Promise<void> {
    const { net, receiver, basis } = this.#accepted
    const { connection, service } = receiver
    const message = storedFor(this.#accepted, {
      ...{ deliveredTo: mailbox, originalTo: recipient.address },
    })
    const domains = service.domains
    if (deliver(net, { domains, address: mailbox, message, connection, basis }) !== undefined)
      return this.#lose({ ...recipient, address: mailbox }, '5.2.2')
    return this.#answer(mailbox)
  }

  /** A bounce to a sender that this host rewrote. */
  async #sendBack(
    recipient: QueuedRecipient,
    { reading, address }: Extract<Expansion, { readonly by: 'srs' }>,
  ): Promise<void> {
    if (!reading.ok) return this.#lose(recipient, '5.1.1', reading.message)
    if (wasAt(this.#accepted.incoming.message, address))
      return this.#lose(recipient, '5.4.6', `It was at ${address} before.`)
    const sent = await forwarded(this.#accepted, recipient, [reading.address])
    this.#noteExpanded(address, 'srs', [reading.address], sent)
    this.#accepted.net.dispatch(sent.message)
  }

  #noteExpanded(
    address: string,
    as: 'alias' | 'catch-all' | 'srs',
    to: readonly string[],
    sent: Awaited<ReturnType<typeof forwarded>> | undefined,
  ): void {
    const { net, receiver, incoming, receipt } = this.#accepted
    const before = incoming.envelope.from
    net.emit({
      ...{ type: 'expanded', host: receiver.host.name, connection: receiver.connection },
      ...{ queueId: receipt.id, address, as, to, changes: sent?.changes ?? [] },
      from: { before, after: sent?.message.from ?? before },
    })
  }

  #answer(address: string): Promise<void> | undefined {
    const { net } = this.#accepted
    const vacation = net.mailboxes.vacationOf(address)
    return vacation && respond(this.#accepted, address, vacation)
  }

  #deliveredTo(recipient: QueuedRecipient): void {
    // RFC 3461 §5.2.3
    if (recipient.notify?.includes('SUCCESS'))
      this.#done.push(reportedAs(recipient, 'delivered', '2.0.0'))
  }

  #lose(recipient: QueuedRecipient, status: string, reason?: string): void {
    this.#lost.push({ ...reportedAs(recipient, 'failed', status), ...(reason && { reason }) })
  }

  #verdict(): Verdict {
    const { incoming, receipt } = this.#accepted
    const queued: OneVerdict = { accepted: true, queueId: receipt.id }
    if (this.#full.size === 0) return queued
    return {
      accepted: 'each',
      verdicts: incoming.envelope.to.map((address) =>
        this.#full.has(address) ? MAILBOX_FULL : queued,
      ),
    }
  }
}

const AWAY = 'I am a machine, and answer each sender once a week.\n'

const FULL = 'The mailbox is full.'

/** The client may try again when there is room (RFC 3463 §3.3, X.2.2). */
const MAILBOX_FULL: OneVerdict = {
  accepted: false,
  code: 452,
  enhanced: '4.2.2',
  text: 'The mailbox is full',
}

export const reportedAs = (
  queued: QueuedRecipient,
  action: Reported['action'],
  status: string,
): Reported => ({ queued, recipient: queued.address, action, status })
