import type {
  BridgeZone,
  BridgeZoneOutput,
  BridgeZonesOutput,
  ZoneEditing,
  ZoneText,
} from '../../../lab/types.ts'
import { Draft } from './draft.svelte.ts'
import type { DraftStore, KeptDraft } from './kept-drafts.ts'

/** What came of an edit: `stale`: the zone was changed meanwhile. */
export type PutAnswer =
  | { readonly kind: 'taken' | 'stale'; readonly zone: BridgeZoneOutput }
  | { readonly kind: 'refused'; readonly reason: string }

/** What the zones of a bridge need of the browser. All reject where the bridge does not answer. */
export interface ZonePorts {
  load(): Promise<BridgeZonesOutput>
  /** Hands an edit over, made of a version of a run. */
  put(file: string, text: string, of: { run: number; version: number }): Promise<PutAnswer>
  /** Lets a host forget what it keeps of the DNS. */
  forget(host: string): Promise<void>
  /** Acts when so many milliseconds have gone by. @returns A function that keeps it from that. */
  after(milliseconds: number, act: () => void): () => void
  readonly store: DraftStore
}

/** Milliseconds without a key after which an edit is sent. */
const REST = 700
/** The same until the next try, where the bridge did not answer. */
const RETRY = 5_000

/** The zones of a bridge, and what is written in them on this page. */
export class ZoneDrafts {
  all = $state.raw<readonly Draft[]>([])
  editing = $state<ZoneEditing>('off')
  caches = $state.raw<readonly string[]>([])
  /** Whether the bridge has said what zones it has. */
  isKnown = $state(false)
  /** Whether the bridge answered the last time. */
  isReached = $state(true)
  /** Whether the browser keeps what is not sent yet. */
  isKept = $state(true)
  readonly clashes = $derived(this.all.filter(({ status }) => status === 'clash'))
  /** As the bridge serves them. */
  readonly served: readonly ZoneText[] = $derived(
    this.all.flatMap(({ origin, file, bridge }) =>
      bridge ? [{ origin, file, text: bridge.served ?? bridge.text }] : [],
    ),
  )
  #run: number | undefined
  /** Kept from before this page, until the bridge has said what it has. */
  #kept: Readonly<Record<string, KeptDraft>>
  readonly #ports: ZonePorts
  #isAsking = false
  #isStale = false
  /** Whether there was news of a zone whose edit was on its way. */
  #isMissed = false

  constructor(ports: ZonePorts) {
    this.#ports = ports
    this.#kept = ports.store.read()
  }

  /** Asks the bridge for its zones: it is there again, or one has changed. One question at a time. */
  refresh(): void {
    this.#isStale = true
    if (this.#isAsking) return
    this.#isAsking = true
    this.#isStale = false
    const answered = (): void => {
      this.#isAsking = false
      if (this.#isStale) this.refresh()
    }
    this.#ports.load().then(
      (output) => {
        this.isReached = true
        this.#take(output)
        answered()
      },
      // The line is down, and is greeted anew.
      () => {
        this.isReached = false
        this.#isAsking = false
      },
    )
  }

  edit(draft: Draft, text: string): void {
    if (text === draft.text) return
    draft.text = text
    draft.isEdited = true
    draft.refusal = ''
    draft.replaced = undefined
    draft.wasChanged = false
    this.#keep()
    this.#sendAfter(draft, REST)
  }

  /** Sends what was typed without waiting for the keys to rest. */
  hurry(draft: Draft): void {
    this.#sendAfter(draft, 0)
  }

  /** Ends a clash with a text: it is sent, unless the bridge has it already. */
  settle(draft: Draft, text: string): void {
    if (this.#run === undefined) return
    draft.settle(this.#run, text)
    this.#keep()
    this.hurry(draft)
  }

  /** Removes a zone that the bridge does not have. */
  drop(draft: Draft): void {
    this.all = this.all.filter((one) => one !== draft)
    this.#keep()
  }

  async forget(host: string): Promise<boolean> {
    return this.#ports.forget(host).then(
      () => true,
      () => false,
    )
  }

  #take({ run, editing, caches, zones }: BridgeZonesOutput): void {
    this.#run = run
    this.editing = editing
    this.caches = caches
    const there = zones.map((zone) => {
      const draft = this.all.find(({ origin }) => origin === zone.origin)
      if (!draft) return this.#begin(run, zone)
      // What comes of an edit on its way says more, and comes first.
      if (draft.isSending) this.#isMissed = true
      else draft.hear(run, zone)
      return draft
    })
    const gone = this.all.filter((draft) => !there.includes(draft) && draft.isOwn)
    for (const draft of gone) draft.bridge = undefined
    this.all = [...there, ...gone]
    this.#kept = {}
    this.isKnown = true
    this.#keep()
    // What is still being typed waits for its rest.
    for (const draft of there)
      if (draft.isUnsent && !draft.refusal && !draft.rest) this.hurry(draft)
  }

  /** A zone that this page did not know: it may have been edited before the page was there. */
  #begin(run: number, zone: BridgeZone): Draft {
    const draft = new Draft(run, zone)
    const kept = this.#kept[zone.origin]
    if (!kept || kept.text === zone.text) return draft
    const wasSent = kept.text === kept.base.text
    const isOther = kept.base.run !== run
    if (isOther ? kept.text === kept.first : wasSent) return draft
    draft.base = kept.base
    draft.first = kept.first
    draft.text = kept.text
    draft.isEdited = true
    if (isOther || kept.base.version !== zone.version) draft.hear(run, zone)
    return draft
  }

  #sendAfter(draft: Draft, milliseconds: number): void {
    draft.rest?.()
    draft.rest = this.#ports.after(milliseconds, () => {
      draft.rest = undefined
      void this.#send(draft)
    })
  }

  async #send(draft: Draft): Promise<void> {
    if (!draft.isUnsent || draft.isSending || this.editing !== 'open') return
    draft.isSending = true
    const answer = await this.#ports.put(draft.file, draft.text, draft.base).catch(() => undefined)
    draft.isSending = false
    this.isReached = answer !== undefined
    if (!answer) return this.#sendAfter(draft, RETRY)
    if (answer.kind === 'refused') draft.refusal = answer.reason
    else this.#answered(draft, answer.kind, answer.zone)
    this.#keep()
    if (this.#isMissed) this.refresh()
    this.#isMissed = false
    if (draft.isUnsent && answer.kind !== 'refused') this.#sendAfter(draft, REST)
  }

  #answered(draft: Draft, kind: 'taken' | 'stale', { run, zone }: BridgeZoneOutput): void {
    this.#run = run
    if (kind === 'taken') draft.confirm(run, zone)
    else draft.hear(run, zone)
  }

  #keep(): void {
    try {
      this.#ports.store.write(this.all)
      this.isKept = true
    } catch {
      this.isKept = false
    }
  }
}
