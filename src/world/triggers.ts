import type { WorldEvent } from './events/index.ts'
import { messagesOf, type Mailbox } from './mailboxes.ts'
import { subjectOf } from './subject-of.ts'
import type { PlanItem, Trigger } from './spec/plan.ts'
import type { WorldSpec } from './spec.ts'

/** An item that waits for something to happen. */
interface Waiting {
  readonly item: PlanItem
  readonly on: Trigger
  /** How often it may still happen. */
  left: number
  /** Fitting commands so far. */
  seen: number
  /** Whether the mail that it waits to go was there when it was looked for last. */
  wasThere: boolean
}

interface Watched {
  readonly spec: WorldSpec
  readonly mailboxes: { readonly all: readonly Mailbox[] }
}

type Opened = Extract<WorldEvent, { type: 'opened' }>

const waitingIn = ({ plan = [] }: WorldSpec): Waiting[] =>
  plan.flatMap((item) =>
    item.on === undefined
      ? []
      : { item, on: item.on, left: item.times ?? 1, seen: 0, wasThere: false },
  )

/** What a world's plan has for the case that something happens. */
export class Triggers {
  readonly #world: Watched
  readonly #opened: Map<number, Opened>
  readonly #waiting: readonly Waiting[]

  /** @param like As much has happened as there. */
  constructor(world: Watched, like?: Triggers) {
    this.#world = world
    this.#opened = new Map(like ? like.#opened : [])
    this.#waiting = like ? like.#waiting.map((one) => ({ ...one })) : waitingIn(world.spec)
  }

  get isEmpty(): boolean {
    return this.#waiting.length === 0
  }

  /** @returns What an event sets off, in the order of the plan. */
  handle(event: WorldEvent): readonly PlanItem[] {
    if (event.type === 'opened') this.#opened.set(event.connection, event)
    if (event.type === 'closed') this.#opened.delete(event.connection)
    if (event.type !== 'command' && event.type !== 'delivered') return []
    return this.#waiting.filter((one) => this.#isSetOff(one, event)).map(({ item }) => item)
  }

  #isSetOff(one: Waiting, event: WorldEvent): boolean {
    const { on } = one
    if (one.left === 0) return false
    if (on.gone) {
      const isThere = this.#lies(on.gone)
      const isGone = one.wasThere && !isThere
      one.wasThere = isThere
      if (isGone) one.left--
      return isGone
    }
    if (!this.#fits(on, event) || ++one.seen < (on.nth ?? 1)) return false
    one.left--
    return true
  }

  #fits(on: Trigger, event: WorldEvent): boolean {
    if (event.type !== 'command') return false
    const { from, to } = this.#opened.get(event.connection) ?? {}
    const answer = 'code' in event ? String(event.code) : event.status
    return (
      [on.verb ?? []].flat().some((verb) => verb.toUpperCase() === event.verb.toUpperCase()) &&
      (on.protocol ?? event.protocol) === event.protocol &&
      (on.host ?? to) === to &&
      (on.client ?? from) === from &&
      (on.answer ?? answer) === answer &&
      event.argument.toLowerCase().includes((on.has ?? '').toLowerCase())
    )
  }

  /** Whether a message with the subject of a mail lies in some folder. */
  #lies({ mailbox, mail }: NonNullable<Trigger['gone']>): boolean {
    const box = this.#world.mailboxes.all.find(({ address }) => address === mailbox)
    const wanted = this.#world.spec.mails.find(({ id }) => id === mail)
    const subject = wanted?.headers.find(([name]) => name.toLowerCase() === 'subject')?.[1]
    if (!box || subject === undefined) return false
    return messagesOf(box).some(({ bytes }) => subjectOf(bytes) === subject)
  }
}
