import type { Diagnostic } from '../core/diagnostic.ts'
import type { ZoneText } from '../dns/zone/zone-text.ts'
import { checkProgress } from '../lessons/check.ts'
import type { Evidence } from '../lessons/evidence.ts'
import type { Lesson } from '../lessons/lesson.ts'
import { spokenFindings } from '../lessons/quiet.ts'
import { zoneProfiles, type ZoneLintOptions } from '../lint/zone-profiles.ts'
import type { World } from '../world/world.ts'
import { ChangedParts } from './changed-parts.ts'
import { fetchParts } from './fetch-parts.ts'
import type { Lab, LabInput } from './lab.ts'
import type { LabPorts, ZoneRules } from './lab-ports.ts'
import { mostHarmful } from './most-harmful.ts'
import { openLab } from './open.ts'
import { shownDevices } from './device-view.ts'
import { emptyPicture } from './picture.ts'
import type {
  FailedOutput,
  FindingsOutput,
  InputRequest,
  LabOutput,
  LabPicture,
  OpenRequest,
} from './protocol.ts'
import { TerminalReports } from './terminal-reports.ts'
import { worldTime } from './world-time.ts'
import { shownMailboxes, WorldReport } from './world-report.ts'

type Findings = Required<Omit<FindingsOutput, 'kind' | 'run' | 'input'>>

/** What the last judgement came to. */
type Judgement = Findings & Pick<LabPicture, 'progress'>

const notJudged: Judgement = { diagnostics: [], advice: [], senders: [], mails: [] }

/** One lab of a host, from its opening until another takes its place. */
export class LabRun {
  readonly run: number
  readonly #request: OpenRequest
  readonly #ports: LabPorts
  readonly #send: (output: LabOutput) => void
  readonly #terminals: TerminalReports
  readonly #changed = new ChangedParts<Judgement>()
  /** All that is done in the lab, one after the other; the opening is the first. */
  #last: Promise<void>
  #lab: Lab | undefined
  #rules: ZoneRules | undefined
  #report: WorldReport | undefined
  #judgement: Judgement = notJudged
  /** The last edit that has settled, and the last that was judged. */
  #edited = 0
  #judgedEdit = -1
  /** The last input that came in, and the last that has settled. */
  #asked = 0
  #applied = 0
  #isFlushing = false
  #isStopped = false
  /** Rises with each wish to judge: of several the newest is granted. */
  #wish = 0

  constructor(request: OpenRequest, ports: LabPorts, send: (output: LabOutput) => void) {
    this.run = request.run
    this.#request = request
    this.#ports = ports
    this.#send = send
    this.#terminals = new TerminalReports(request.columns)
    this.#last = this.#open()
  }

  get world(): World | undefined {
    return this.#lab?.world
  }

  setColumns(columns: number): void {
    this.#terminals.columns = columns
  }

  /** Does one thing, after all that came before. */
  input({ number, input }: InputRequest): void {
    this.#asked = number
    this.#last = this.#last
      .then(() => this.#apply(number, input))
      .catch((error: unknown) => this.#fail('fault', error))
  }

  /** Sends all that came out so far, once the inputs before have settled. */
  snapshot(): void {
    this.#last = this.#last.then(() => {
      this.#flush()
      this.#emit({ kind: 'snapshot', run: this.run, picture: this.#picture() })
    })
  }

  /** Ends it: nothing comes out any more. */
  stop(): void {
    this.#isStopped = true
    this.#report?.stop()
  }

  async #open(): Promise<void> {
    let cause: FailedOutput['cause'] = 'work'
    try {
      const { lesson } = this.#request
      const fetching = fetchParts(lesson, this.#ports)
      cause = 'code'
      const { rules, own } = await fetching
      this.#rules = rules
      cause = 'work'
      own?.assertWorld(lesson)
      if (!this.#isStopped) this.#opened(await this.#repeatWork())
    } catch (error) {
      this.#fail(cause, error)
    }
  }

  async #repeatWork(): Promise<Lab> {
    const { lesson, journal, zones } = this.#request
    const { crypto, fetchPiece } = this.#ports
    const lab = await openLab(lesson, {
      ...{ crypto, fetchPiece, journal },
      ...{ output: this.#terminals.first, outputOf: this.#terminals.outputOf },
      lint: (all, files) =>
        this.#rules?.lintZones(all, { ...this.#profiles.problems, files }) ?? [],
    })
    await restoreTexts(lesson, lab, zones)
    return lab
  }

  #opened(lab: Lab): void {
    this.#lab = lab
    this.#report = new WorldReport(lab.world, this.run, () => this.#noticeChange())
    this.#emit({ kind: 'opened', run: this.run })
    this.#emit({ kind: 'zones', run: this.run, input: 0, zones: this.#zones })
    this.#flush()
    this.#judgeSoon()
  }

  async #apply(number: number, input: LabInput): Promise<void> {
    const lab = this.#lab
    if (this.#isStopped) return
    // Who waits for an input of a lab that could not be opened would wait for good.
    if (!lab) return this.#emit({ kind: 'applied', run: this.run, input: number })
    // What an input sets off is seen while it goes on: a program may take its time.
    const settled = lab.apply(input)
    this.#flush()
    await settled
    this.#applied = number
    if (input.kind === 'edit') {
      this.#edited = number
      this.#emit({ kind: 'zones', run: this.run, input: number, zones: this.#zones })
    }
    this.#flush()
    this.#emit({ kind: 'applied', run: this.run, input: number })
    this.#judgeSoon()
  }

  #noticeChange(): void {
    if (this.#isFlushing) return
    this.#isFlushing = true
    this.#ports.soon(() => {
      this.#isFlushing = false
      this.#flush()
    })
  }

  #flush(): void {
    for (const output of this.#terminals.take(this.run, this.#lab?.terminals)) this.#emit(output)
    for (const output of this.#report?.take() ?? []) this.#emit(output)
  }

  get #zones(): readonly ZoneText[] {
    return this.world?.zones.map(({ origin, file, text }) => ({ origin, file, text })) ?? []
  }

  #judgeSoon(): void {
    const wish = ++this.#wish
    this.#ports.soon(() => {
      if (wish === this.#wish)
        void this.#judge().catch((error: unknown) => this.#fail('fault', error))
    })
  }

  async #judge(): Promise<void> {
    const lab = this.#lab
    if (!lab || this.#isStopped) return
    const evidence = await lab.gather()
    // What came meanwhile is judged again, and that judgement counts.
    if (this.#asked > this.#applied || this.#isStopped) return
    this.#flush()
    const isFresh = this.#judgedEdit === this.#edited
    const advice = isFresh ? this.#judgement.advice : this.#advise(evidence)
    const { senders, journeys: mails } = evidence
    const progress = checkProgress(lab.lesson, evidence, lab.remembered)
    const diagnostics = mostHarmful(
      spokenFindings(lab.lesson, progress.steps, evidence.diagnostics),
    )
    this.#judgement = { diagnostics, advice, senders, mails, progress }
    this.#judgedEdit = this.#edited
    this.#sendJudgement()
  }

  #advise({ world }: Evidence): readonly Diagnostic[] {
    return mostHarmful(this.#rules?.lintZones(world.zones, this.#profiles.advice) ?? [])
  }

  /** That an input was judged is reported also where all is as before. */
  #sendJudgement(): void {
    const at = { run: this.run, input: this.#applied }
    const { progress, ...findings } = this.#changed.of(this.#judgement)
    if (progress) this.#emit({ kind: 'progress', ...at, progress })
    this.#emit({ kind: 'findings', ...at, ...findings })
  }

  /** A zone that somebody brought may name what is elsewhere. */
  get #profiles(): { readonly problems: ZoneLintOptions; readonly advice: ZoneLintOptions } {
    return this.#request.lesson.isOwn
      ? { problems: zoneProfiles.published, advice: zoneProfiles.publishedAdvice }
      : { problems: zoneProfiles.simulated, advice: zoneProfiles.simulatedAdvice }
  }

  #picture(): LabPicture {
    const { terminals, world } = this.#lab ?? {}
    const { screen, lines } = this.#terminals.first
    const open = terminals?.list ?? []
    return {
      // The fields in one order, so that the same picture is the same text.
      ...emptyPicture,
      ...{ input: this.#applied, screen, lines, busy: terminals?.first.running !== undefined },
      ...{ terminals: open, written: this.#terminals.pictures(open) },
      ...{ events: world?.events ?? [], zones: this.#zones },
      mailboxes: world ? shownMailboxes(world) : [],
      devices: world ? shownDevices(world) : [],
      numbers: world?.numberings ?? [],
      time: world ? worldTime(world) : emptyPicture.time,
      ...this.#judgement,
    }
  }

  #emit(output: LabOutput): void {
    if (!this.#isStopped) this.#send(output)
  }

  #fail(cause: FailedOutput['cause'], error: unknown): void {
    const reason = error instanceof Error ? error.message : String(error)
    this.#emit({ kind: 'failed', run: this.run, cause, reason })
  }
}

/** A journal that no longer plays leaves zones and documents to be put in place from their texts. */
async function restoreTexts(
  { world }: Lesson,
  lab: Lab,
  zones: OpenRequest['zones'],
): Promise<void> {
  for (const { origin, editable } of world.zones) {
    const text = zones[origin]
    if (editable && text !== undefined && lab.zoneTexts[origin] !== text)
      await lab.apply({ kind: 'edit', zone: origin, text })
  }
  for (const { file, editable } of world.documents ?? []) {
    const text = zones[file]
    if (editable && text !== undefined && lab.documentTexts[file] !== text)
      await lab.apply({ kind: 'edit', document: file, text })
  }
}
