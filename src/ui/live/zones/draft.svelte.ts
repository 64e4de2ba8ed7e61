import type { BridgeZone } from '../../../lab/types.ts'

/** A text that the bridge had, which an edit is made of. */
export interface Base {
  /** The run of the bridge, and the zone's version in it. */
  readonly run: number
  readonly version: number
  readonly text: string
}

/** Why a text is not sent: `other`: somebody else was faster. `restart`: the bridge began anew. */
export type Clash = 'other' | 'restart'

/**
 * How a zone stands. `typed`: it has another text than the bridge. `held`: the bridge has the text, which has
 * errors, and serves the one before. `refused`: the bridge said why. `gone`: the bridge has no such zone.
 */
export type DraftStatus = 'served' | 'held' | 'typed' | 'refused' | 'clash' | 'gone'

/** What becomes of a text of the bridge. */
export type News = 'known' | 'taken' | 'clash'

/** One zone of a bridge: what the bridge has, and what is written on this page. */
export class Draft {
  readonly origin: string
  readonly file: string
  /** What is in the editor. */
  text = $state('')
  /** The text that the edit is made of. */
  base = $state.raw() as Base
  /** As the bridge has it; undefined where it has no such zone. */
  bridge = $state.raw<BridgeZone>()
  clash = $state<Clash>()
  /** Why the bridge does not take the text, in a sentence. */
  refusal = $state('')
  /** What stood here, where an edit of somebody else took the place of one of this page. */
  replaced = $state<string>()
  /** Whether somebody else changed it while this page had no edit of its own, until that was seen. */
  wasChanged = $state(false)
  /** What the bridge began with. */
  first = $state('')
  /** Whether it was edited on this page. */
  isEdited = $state(false)
  /** Keeps what was typed from being sent while it waits for the keys to rest. */
  rest: (() => void) | undefined
  /** Whether an edit is on its way. */
  isSending = false

  constructor(run: number, zone: BridgeZone) {
    this.origin = zone.origin
    this.file = zone.file
    this.adopt(run, zone)
  }

  get status(): DraftStatus {
    if (!this.bridge) return 'gone'
    if (this.clash) return 'clash'
    if (this.refusal) return 'refused'
    if (this.text !== this.base.text) return 'typed'
    return this.bridge.served === undefined ? 'served' : 'held'
  }

  /** Whether it has something that the bridge has not, or did not begin with. */
  get isOwn(): boolean {
    return this.text !== this.base.text || this.text !== this.first
  }

  /** Whether there is something to send. */
  get isUnsent(): boolean {
    return this.bridge !== undefined && !this.clash && this.text !== this.base.text
  }

  /** The bridge has this text, and so has the page. */
  adopt(run: number, zone: BridgeZone): void {
    this.text = zone.text
    this.confirm(run, zone)
  }

  /** The bridge has this text; what was typed since is made of it. */
  confirm(run: number, zone: BridgeZone): void {
    this.base = { run, version: zone.version, text: zone.text }
    this.bridge = zone
    this.first = zone.first ?? zone.text
    this.clash = undefined
    this.refusal = ''
  }

  /** Takes a text that the bridge has now: nothing of what is written here is lost. */
  hear(run: number, zone: BridgeZone): News {
    const isRestart = run !== this.base.run
    if (!isRestart && zone.version <= this.base.version && this.bridge) return 'known'
    const isAnothers = isRestart ? this.isOwn : this.text !== this.base.text
    if (!isAnothers || zone.text === this.text) {
      const before = this.text
      if (this.isEdited && zone.text !== before) this.replaced = before
      else if (!isRestart && zone.text !== before) this.wasChanged = true
      this.adopt(run, zone)
      return 'taken'
    }
    // What the bridge began with before does not count any more.
    this.bridge = zone
    this.clash = isRestart ? 'restart' : (this.clash ?? 'other')
    return 'clash'
  }

  /** Ends a clash: the edit is made of what the bridge has, and this is its text. */
  settle(run: number, text: string): void {
    if (!this.bridge) return
    this.confirm(run, this.bridge)
    this.text = text
  }
}
