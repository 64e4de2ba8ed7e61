import { displayValue, fieldNamed } from '../../src/message/field.ts'
import { ONE_CLICK, parseListUnsubscribe } from '../../src/message/list-unsubscribe.ts'
import { parseMessage } from '../../src/message/parse.ts'
import { webCrypto } from '../../src/platform/webcrypto.ts'
import { createWorld } from '../../src/world/create.ts'
import { kindNamed, type WorldEvent } from '../../src/world/events/index.ts'
import { messagesOf } from '../../src/world/mailboxes.ts'
import type { WorldSpec } from '../../src/world/spec.ts'
import type { World } from '../../src/world/world.ts'
import type { Story, StoryStep } from './story.ts'

/** What came of a step. */
export interface Outcome {
  readonly arrives: readonly string[]
  readonly bounces: readonly string[]
  readonly waits: number
  /** The sentence of every event. */
  readonly sentences: readonly string[]
  /** The header fields of what arrived, unfolded. */
  readonly fields: readonly string[]
}

export const openWorld = (spec: WorldSpec): World => createWorld(spec, { crypto: webCrypto })

/** Plays a story in a fresh world. @returns What came of each step. */
export async function playStory(spec: WorldSpec, { steps }: Story): Promise<Outcome[]> {
  const world = openWorld(spec)
  const outcomes: Outcome[] = []
  for (const step of steps) {
    const before = world.events.length
    await act(world, step)
    await world.settled()
    outcomes.push(outcomeOf(world, world.events.slice(before)))
  }
  return outcomes
}

async function act(
  world: World,
  { send, times = 1, advance, edit, device, act: done, unsubscribe, post }: StoryStep,
): Promise<void> {
  if (send !== undefined) {
    const mail = world.spec.mails.find(({ id }) => id === send)
    if (!mail) throw new Error(`The world has no mail ${send}.`)
    for (let count = 0; count < times; count++) await world.send(mail)
  }
  if (advance !== undefined) world.advanceClock(milliseconds(advance))
  if (device !== undefined && done) await world.useDevice(device, done)
  if (unsubscribe !== undefined) await oneClick(world, linkFor(world, unsubscribe))
  if (post !== undefined) await oneClick(world, post)
  if (edit) world.setZone(edit.zone, edited(world, edit))
}

const oneClick = (world: World, url: string) =>
  world.fetch({ by: world.hosts.at(-1)!.name, url, method: 'POST', body: ONE_CLICK })

/** The address in the newest message of a mailbox. */
function linkFor(world: World, address: string): string {
  const mailbox = world.mailboxes.find((one) => one.address === address)
  const newest = mailbox && messagesOf(mailbox).at(-1)
  const field = newest && fieldNamed(parseMessage(newest.bytes), 'List-Unsubscribe')
  const uri = parseListUnsubscribe(field?.value ?? '').uris.find(({ scheme }) => scheme === 'https')
  if (!uri) throw new Error(`The newest message of ${address} offers no click to leave.`)
  return uri.uri
}

function edited(world: World, { zone, replace, by }: NonNullable<StoryStep['edit']>): string {
  const text = world.zones.find(({ origin }) => origin === zone)?.text
  const count = text === undefined ? 0 : text.split(replace).length - 1
  if (text === undefined || count !== 1)
    throw new Error(`${zone} holds ${JSON.stringify(replace)} ${count} times, not once.`)
  return text.replace(replace, () => by)
}

const units = { s: 1000, min: 60_000, h: 3_600_000, d: 86_400_000 }

function milliseconds(time: string): number {
  const [count, unit] = time.split(' ') as [string, keyof typeof units]
  return Number(count) * units[unit]
}

export const sentenceOf = (event: WorldEvent): string =>
  kindNamed(event.type)!.sentence(event as never)

const outcomeOf = (world: World, events: readonly WorldEvent[]): Outcome => ({
  arrives: counted(
    events.flatMap((event) =>
      event.type === 'delivered'
        ? [`${event.mailbox} ${event.message.folder}: ${subjectOf(event.message.bytes)}`]
        : [],
    ),
  ),
  bounces: counted(
    events
      .flatMap((event) => (event.type === 'reported' ? [event] : []))
      .flatMap(({ to, about }) =>
        about.flatMap(({ action, status }) => (action === 'failed' ? [`${to} ${status}`] : [])),
      ),
  ),
  waits: world.outbox.reduce((sum, { recipients }) => sum + recipients.length, 0),
  fields: events.flatMap((event) =>
    event.type === 'delivered' ? fieldsOf(event.message.bytes) : [],
  ),
  sentences: events.map((event) =>
    event.type === 'delivered' ? `${sentenceOf(event)} ${event.message.reason}` : sentenceOf(event),
  ),
})

const fieldsOf = (bytes: Uint8Array): string[] =>
  parseMessage(bytes).fields.map(
    ({ name, value }) => `${name}: ${value.replace(/\s+/g, ' ').trim()}`,
  )

/** Sorted; what is there several times stands once, as `3 × …`. */
function counted(lines: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const line of lines.toSorted()) counts.set(line, (counts.get(line) ?? 0) + 1)
  return [...counts].map(([line, count]) => (count === 1 ? line : `${count} × ${line}`))
}

const subjectOf = (bytes: Uint8Array): string => {
  const field = fieldNamed(parseMessage(bytes), 'Subject')
  return field ? displayValue(field) : ''
}
