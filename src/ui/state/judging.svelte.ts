import type { Diagnostic } from '../../core/diagnostic.ts'
import type { Zone } from '../../dns/zone/zone.ts'
import type { Evidence } from '../../lessons/evidence.ts'
import type { Lab } from '../../lab/lab.ts'
import type { Progress } from '../../lessons/check.ts'
import { announcementOf } from './announcement.ts'

export type ZoneTexts = Readonly<Record<string, string>>

/** The lab under judgement, with what judges it. */
export interface Judged {
  readonly lab: Lab
  checkProgress(evidence: Evidence): Progress
  adviseZones(zones: readonly Zone[]): readonly Diagnostic[]
}

export interface JudgingPorts {
  /** The zones as the learner left them. */
  zoneTexts(): ZoneTexts
  /** Calls back soon, once for what happened until then: with the next frame. */
  soon(act: () => void): void
  /** Called in each frame in which something changed, before evidence is gathered. */
  onFrame(): void
  /** Called with the first progress of a lesson, and whenever a goal is met or lost. */
  onProgress(announcement: string | undefined): void
}

/** How a lab stands: evidence, progress and advice, gathered anew after each change. */
export class Judging {
  evidence = $state.raw<Evidence>()
  progress = $state.raw<Progress>()
  /** What would be good to have in the zones; no problems. */
  advice = $state.raw<readonly Diagnostic[]>([])
  /** The zone texts that the evidence is about. */
  zoneTexts = $state.raw<ZoneTexts>({})
  /** Rises with every change of the world; views of mutable parts read it. */
  revision = $state(0)

  readonly #ports: JudgingPorts
  #judged: Judged | undefined
  #changes = 0
  #isScheduled = false
  #isGathering = false

  constructor(ports: JudgingPorts) {
    this.#ports = ports
  }

  /** Judges this lab from now on. */
  watch(judged: Judged): void {
    this.#judged = judged
    this.schedule()
  }

  /** Judges with the next frame; what changes meanwhile is judged again. */
  schedule(): void {
    this.#changes++
    if (this.#isScheduled) return
    this.#isScheduled = true
    this.#ports.soon(() => {
      this.#isScheduled = false
      this.revision++
      this.#ports.onFrame()
      void this.#gather()
    })
  }

  async #gather(): Promise<void> {
    const judged = this.#judged
    if (!judged || this.#isGathering) return
    this.#isGathering = true
    const changes = this.#changes
    const isCurrent = () => judged === this.#judged && changes === this.#changes
    try {
      const evidence = await judged.lab.gather()
      if (isCurrent()) this.#accept(judged, evidence)
    } catch (error) {
      console.error(error)
    } finally {
      this.#isGathering = false
    }
    if (!isCurrent()) this.schedule()
  }

  #accept(judged: Judged, evidence: Evidence): void {
    const before = this.progress
    const texts = this.#ports.zoneTexts()
    this.evidence = evidence
    if (this.zoneTexts !== texts) this.advice = judged.adviseZones(evidence.world.zones)
    this.zoneTexts = texts
    this.progress = judged.checkProgress(evidence)
    const announcement = announcementOf(before, this.progress)
    if (!before || announcement) this.#ports.onProgress(announcement)
  }
}
