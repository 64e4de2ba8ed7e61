import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Crypto } from '../../core/effects.ts'
import type { Zone } from '../../dns/zone/zone.ts'
import type { Evidence } from '../../lessons/evidence.ts'
import type { Lab, LabOptions } from '../../lab/lab.ts'
import type { Progress } from '../../lessons/check.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { zoneProfiles, type ZoneLintOptions } from '../../lint/zone-profiles.ts'
import type { TranscriptLine } from '../../shell/shell.ts'
import type { Saved } from './saved.ts'
import type { TerminalFeed } from './terminal-feed.svelte.ts'

export interface LabPorts {
  /** Fetches what a lab runs on. */
  loadEngines(): Promise<Engines>
  /** Fetches the rules for zones, where the lesson has zones to edit. */
  loadLint(): Promise<ZoneRules>
}

export interface Engines {
  readonly webCrypto: Crypto
  openLab(lesson: Lesson, options: LabOptions): Promise<Lab>
  checkProgress(lesson: Lesson, evidence: Evidence): Progress
}

/** Runs the rules over zones: for problems, or for records that would be good to have. */
export interface ZoneRules {
  lintZones(zones: readonly Zone[], options: ZoneLintOptions): readonly Diagnostic[]
}

export type LabOpening =
  | { readonly kind: 'opened'; readonly lab: Lab; readonly engines: Engines }
  /** Another lab was asked for meanwhile. */
  | { readonly kind: 'superseded' }
  | { readonly kind: 'failed' }

/** Opens labs for a lesson, one after the other. Only the newest one is used. */
export class LabLoader {
  /** Fetched with the first lab; lessons without a zone to edit have none. */
  rules: ZoneRules | undefined

  readonly #lesson: Lesson
  readonly #ports: LabPorts
  #engines: Engines | undefined
  #newest = 0

  constructor(lesson: Lesson, ports: LabPorts) {
    this.#lesson = lesson
    this.#ports = ports
  }

  /**
   * Opens a lab and repeats the saved work in it. Never rejects.
   * @param changed Called with every event of the lab's world.
   */
  async open(saved: Saved, feed: TerminalFeed, changed: () => void): Promise<LabOpening> {
    const number = ++this.#newest
    const isNewest = () => number === this.#newest
    try {
      if (this.#lesson.world.zones.some(({ editable }) => editable))
        this.rules ??= await this.#ports.loadLint()
      const engines = (this.#engines ??= await this.#ports.loadEngines())
      const lab = await engines.openLab(this.#lesson, {
        crypto: engines.webCrypto,
        output: outputOf(feed, isNewest),
        journal: saved.journal,
        ...lintOf(this.rules),
      })
      if (isNewest()) await restoreZones(this.#lesson, lab, saved)
      if (!isNewest()) return { kind: 'superseded' }
      lab.world.subscribe(() => isNewest() && changed())
      return { kind: 'opened', lab, engines }
    } catch (error) {
      console.error(error)
      return { kind: isNewest() ? 'failed' : 'superseded' }
    }
  }
}

const lintOf = (rules: ZoneRules | undefined): Pick<LabOptions, 'lint'> =>
  rules ? { lint: (zones) => rules.lintZones(zones, zoneProfiles.simulated) } : {}

const outputOf = (feed: TerminalFeed, isNewest: () => boolean) => ({
  get columns() {
    return feed.columns
  },
  write: (text: string) => isNewest() && feed.write(text),
  addLine: (line: TranscriptLine) => isNewest() && feed.addLine(line),
})

/** A journal that no longer plays leaves the zones to be put in place from their texts. */
async function restoreZones(lesson: Lesson, lab: Lab, { zones }: Saved): Promise<void> {
  for (const [zone, text] of Object.entries(zones))
    if (isEditable(lesson, zone) && lab.zoneTexts[zone] !== text)
      await lab.apply({ kind: 'edit', zone, text })
}

export const isEditable = (lesson: Lesson, zone: string): boolean =>
  lesson.world.zones.some(({ origin, editable }) => editable && origin === zone)
