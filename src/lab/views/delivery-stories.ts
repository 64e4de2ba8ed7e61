import type { EventOf, WorldEvent } from '../../world/events/index.ts'
import { DeliveryLine, type OpenStory } from './delivery-line.ts'
import type { EventStep, MessageStory } from './delivery-story.ts'

/**
 * The stories of all messages of a log, in the order in which they began. Steps of one are kept apart from
 * those of another by their connection, by the transaction in it, and by the id under which a host has
 * the message. Never throws; what a log no longer has is missing.
 */
export function messageStories(log: readonly WorldEvent[]): readonly MessageStory[] {
  const reader = new StoryReader()
  for (const event of log) reader.add(event)
  return reader.end()
}

interface Owner {
  readonly story: OpenStory
  readonly isReport: boolean
}

class StoryReader {
  readonly #stories: OpenStory[] = []
  readonly #lines = new Map<number, DeliveryLine>()
  /** By host and queue id. */
  readonly #owners = new Map<string, Owner>()
  /** What people's hosts asked before they connected. */
  readonly #asked = new Map<string, EventOf<'dns'>[]>()
  /** Reports that a host may deliver without a connection. */
  #reported: { readonly to: string; readonly story: OpenStory } | undefined
  #now = 0

  add(event: WorldEvent): void {
    this.#now = event.at
    switch (event.type) {
      case 'wire':
        return this.#lines.get(event.connection)?.wire(event)
      case 'command':
        return this.#lines.get(event.connection)?.command(event)
      case 'opened':
        return this.#open(event)
      case 'dns':
        return this.#ask(event)
      case 'refused':
        return event.queueId === undefined ? undefined : this.#own(event.from, event.queueId, event)
      case 'queued':
        return this.#queue(event)
      case 'delivered':
        return this.#deliver(event)
      case 'deferred':
        return this.#own(event.host, event.queueId, event)
      case 'undeliverable':
        return this.#lose(event)
      case 'expanded':
      case 'decided':
        return this.#note(event)
      case 'reported':
        return this.#report(event)
      case 'fetched':
        return event.queueId === undefined ? undefined : this.#own(event.by, event.queueId, event)
      case 'planned':
        return undefined
      default:
        if (event.connection !== undefined) this.#lines.get(event.connection)?.event(event)
    }
  }

  end(): readonly MessageStory[] {
    for (const line of this.#lines.values()) line.end(this.#now)
    return this.#stories
  }

  #open(event: EventOf<'opened'>): void {
    const { connection, from, queueId } = event
    const asked = this.#asked.get(from) ?? []
    this.#asked.delete(from)
    const before = queueId === undefined ? asked.filter((one) => ledTo(one, event)) : []
    const stories = { begin: (id: number, ordinal: number) => this.#begin(`c${id}.${ordinal}`) }
    const owner = queueId === undefined ? undefined : this.#ownerOf(from, queueId, event.at)
    const steps = before.map((one): EventStep => ({ kind: 'event', event: one, isReport: false }))
    this.#lines.set(
      connection,
      new DeliveryLine(event, steps, stories, {
        ...{ story: owner?.story, isReport: owner?.isReport ?? false },
      }),
    )
  }

  #ask(event: EventOf<'dns'>): void {
    if (event.judges !== undefined) return this.#lines.get(event.judges)?.event(event)
    if (event.queueId !== undefined) return this.#own(event.by, event.queueId, event)
    this.#asked.set(event.by, [...(this.#asked.get(event.by) ?? []), event].slice(-MAX_ASKED))
  }

  #queue(event: EventOf<'queued'>): void {
    const { host, queueId, connection, about } = event
    const line = connection === undefined ? undefined : this.#lines.get(connection)
    const original = about === undefined ? undefined : this.#owners.get(keyOf(host, about))
    const story = line?.story ?? original?.story ?? this.#begin(`q${queueId}@${event.at}`, queueId)
    const isReport = original !== undefined
    this.#owners.set(keyOf(host, queueId), { story, isReport })
    if (line) line.event(event)
    else story.steps.push({ kind: 'event', event, isReport })
  }

  #deliver(event: EventOf<'delivered'>): void {
    if (event.connection !== undefined) return this.#lines.get(event.connection)?.event(event)
    const reported = this.#reported
    if (reported?.to.toLowerCase() !== event.mailbox.toLowerCase()) return
    reported.story.steps.push({ kind: 'event', event, isReport: true })
    this.#reported = undefined
  }

  /** What a host did with an address, or decided: while it had the message, or by itself later. */
  #note(event: EventOf<'expanded'> | EventOf<'decided'>): void {
    const { host, connection, queueId } = event
    if (connection !== undefined) this.#lines.get(connection)?.event(event)
    else if (queueId !== undefined) this.#own(host, queueId, event)
  }

  /** A host that has no room for a message finds that out before it answers. */
  #lose(event: EventOf<'undeliverable'>): void {
    const { host, queueId } = event
    const judging = [...this.#lines.values()].find(
      (line) => line.isJudging && line.opened.to === host,
    )
    if (judging && !this.#owners.has(keyOf(host, queueId))) judging.event(event)
    else this.#own(host, queueId, event)
  }

  #report(event: EventOf<'reported'>): void {
    const { story } = this.#ownerOf(event.host, event.queueId, event.at)
    story.steps.push({ kind: 'event', event, isReport: false })
    this.#reported = { to: event.to, story }
  }

  #own(host: string, queueId: string, event: EventStep['event']): void {
    const { story, isReport } = this.#ownerOf(host, queueId, event.at)
    story.steps.push({ kind: 'event', event, isReport })
  }

  /** Where the log no longer has the start of a message, its story begins with what is left. */
  #ownerOf(host: string, queueId: string, at: number): Owner {
    const known = this.#owners.get(keyOf(host, queueId))
    if (known) return known
    const owner = { story: this.#begin(`q${queueId}@${at}`, queueId), isReport: false }
    this.#owners.set(keyOf(host, queueId), owner)
    return owner
  }

  #begin(key: string, queueId?: string): OpenStory {
    const story = { key, steps: [], ...(queueId !== undefined && { queueId }) }
    this.#stories.push(story)
    return story
  }
}

/** Questions of a person that are kept until a connection is opened. */
const MAX_ASKED = 50

const keyOf = (host: string, queueId: string): string => `${host} ${queueId}`

/** Whether the answer names the server that was connected to. */
const ledTo = ({ answer }: EventOf<'dns'>, { to, toAddress }: EventOf<'opened'>): boolean =>
  answer.records.some(
    (record) =>
      ('address' in record && record.address === toAddress) ||
      ('exchange' in record && record.exchange === to),
  )
