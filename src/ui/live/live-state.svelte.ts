import type { BridgeFacts, MailboxSnapshot, WorldEvent } from '../../lab/types.ts'
import type { Observed } from '../state/observed.ts'
import type { Selection } from '../views/selection.ts'
import { follow, type Source } from './follow.ts'
import { addEarlier, addEvents, emptyLog, type LiveLog } from './live-log.ts'
import { announce, countNews, noCounts } from './news.ts'
import { sessionsOf } from './sessions.ts'
import { ZoneDrafts, type ZonePorts } from './zones/zone-drafts.svelte.ts'

/** What the page needs of the browser. */
export interface LivePorts {
  /** Opens the stream of events. */
  openSource(): Source
  /** Rejects where the bridge does not answer. */
  loadFacts(): Promise<BridgeFacts>
  /** Rejects where the bridge does not answer. */
  loadMailboxes(): Promise<readonly MailboxSnapshot[]>
  readonly zones: ZonePorts
  /** The world that the bridge began with, as JSON. Rejects where the bridge does not answer. */
  loadWorld(): Promise<unknown>
  /** Acts soon, also where the page is not shown. */
  soon(act: () => void): void
}

/** `foreign`: the bridge speaks otherwise than this page. */
export type Link = 'opening' | 'open' | 'lost' | 'ended' | 'foreign'

/** Events that may wait for the next look; then they are taken in at once. */
const MAX_WAITING = 500

/** What a page knows of a bridge: what the bridge reports, and what the person looks at. */
export class LiveState implements Observed {
  link = $state<Link>('opening')
  /** Why the bridge cannot be followed, in a sentence; '' where it can. */
  problem = $state('')
  facts = $state.raw<BridgeFacts>()
  /** Its zones, and what is written in them here. */
  readonly zones: ZoneDrafts
  /** The mail at the bridge, as it was last asked for. */
  mailboxes = $state.raw<readonly MailboxSnapshot[]>([])
  log = $state.raw<LiveLog>(emptyLog)
  /** The connection that was chosen; undefined: the newest, whichever that is. */
  chosen = $state<number>()
  readonly sessions = $derived(sessionsOf(this.log.events))
  readonly shown = $derived(
    this.sessions.find(({ connection }) => connection === this.chosen) ?? this.sessions[0],
  )
  /** How much came so far. */
  counts = $state.raw(noCounts)
  /** What came last, in a sentence for those who do not see it. */
  announced = $state('')
  /** What a page receives first happened before it was open, and is no news. */
  isCaughtUp = $state(false)
  /** What panels draw that a lesson has too. */
  readonly lab: Observed['lab'] = $derived.by(() => ({
    ...{ events: this.log.events, mailboxes: this.mailboxes, mails: [] },
    zones: this.zones.isKnown ? this.zones.served : (this.facts?.zones ?? []),
  }))
  readonly lesson: Observed['lesson'] = { world: { mails: [], mailboxes: [] } }
  /** Whether the page goes on to what is new. */
  readonly follows = $derived(this.chosen === undefined)
  #selection = $state.raw<Selection>()
  /** Brings the connections into sight. */
  reveal = (): void => undefined
  readonly #ports: LivePorts
  #fresh: WorldEvent[] = []
  #asked = false
  #isMailStale = false
  #isAskingForMail = false
  #leave: (() => void) | undefined

  constructor(ports: LivePorts) {
    this.#ports = ports
    this.zones = new ZoneDrafts(ports.zones)
  }

  /** The world that the bridge began with, as it says. Rejects where it does not answer. */
  loadWorld(): Promise<unknown> {
    return this.#ports.loadWorld()
  }

  /** Begins to follow, anew where it followed before. */
  connect(): void {
    this.#leave?.()
    this.link = 'opening'
    this.problem = ''
    this.#leave = follow(this.#ports.openSource(), {
      greeted: () => {
        this.link = 'open'
        this.#askForMail()
        this.zones.refresh()
      },
      began: () => this.#began(),
      earlier: (events) => {
        for (const event of events)
          if (event.type === 'opened') this.log = addEarlier(this.log, event)
      },
      happened: (events) => this.#record(events),
      mailChanged: () => this.#askForMail(),
      zonesChanged: () => this.zones.refresh(),
      lost: () => (this.link = 'lost'),
      ended: () => (this.link = 'ended'),
      refused: (sentence) => {
        this.link = 'foreign'
        this.problem = sentence
      },
    })
  }

  /** What the delivery is drawn of; undefined: the newest. */
  get selection(): Selection | undefined {
    return this.#selection
  }

  /** A message is shown with the connection that brought it. */
  set selection(selection: Selection | undefined) {
    this.#selection = selection
    if (selection?.kind === 'connection') this.chosen = selection.connection
    if (selection?.kind !== 'message') return
    const { mailbox, id } = selection
    const arrived = this.log.events.findLast(
      (event) => event.type === 'delivered' && event.mailbox === mailbox && event.message.id === id,
    )
    if (arrived?.type === 'delivered') this.chosen = arrived.connection ?? this.chosen
  }

  /** Shows a connection, and what came of it. */
  choose(connection: number): void {
    this.selection = { kind: 'connection', connection }
  }

  /** Shows a connection, and brings it into sight. */
  openConnection(connection: number): void {
    this.chosen = connection
    this.reveal()
  }

  followNewest(): void {
    this.chosen = undefined
    this.#selection = undefined
  }

  /** Stays with what is shown, whatever comes. */
  stay(): void {
    this.chosen ??= this.shown?.connection
  }

  #began(): void {
    this.#fresh = []
    this.log = emptyLog
    this.counts = noCounts
    this.isCaughtUp = false
    // It comes at once, and is taken in with the next look.
    this.#ports.soon(() => this.#ports.soon(() => (this.isCaughtUp = true)))
    this.followNewest()
    this.#ports.loadFacts().then(
      (facts) => (this.facts = facts),
      () => (this.link = 'lost'),
    )
  }

  /** One question at a time; what changes meanwhile is asked for again. */
  #askForMail(): void {
    this.#isMailStale = true
    if (this.#isAskingForMail) return
    this.#isAskingForMail = true
    this.#ports.soon(() => {
      this.#isMailStale = false
      const answered = (): void => {
        this.#isAskingForMail = false
        if (this.#isMailStale) this.#askForMail()
      }
      this.#ports.loadMailboxes().then(
        (mailboxes) => {
          this.mailboxes = mailboxes
          answered()
        },
        // The line is down too, and is greeted anew.
        () => (this.#isAskingForMail = false),
      )
    })
  }

  #record(events: readonly WorldEvent[]): void {
    this.#fresh.push(...events)
    if (this.#fresh.length >= MAX_WAITING) return this.#takeIn()
    if (this.#asked) return
    this.#asked = true
    this.#ports.soon(() => {
      this.#asked = false
      this.#takeIn()
    })
  }

  #takeIn(): void {
    const fresh = this.#fresh
    this.#fresh = []
    if (fresh.length === 0) return
    this.log = addEvents(this.log, fresh)
    this.counts = countNews(this.counts, fresh)
    if (this.isCaughtUp) this.announced = announce(fresh) || this.announced
  }
}
