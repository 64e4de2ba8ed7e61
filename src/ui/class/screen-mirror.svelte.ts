import { inputsAfter } from '../../lab/class/inputs-after.ts'
import type {
  ClassPlace,
  ScreenLook,
  ScreenMessage,
  ScreenPosition,
} from '../../lab/class/protocol.ts'
import type { LabInput } from '../../lab/lab.ts'
import { savedOf } from '../links/linked-storage.ts'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import type { Saved } from '../state/saved.ts'

/** What is mirrored into. */
export type MirroredWork = Pick<
  LessonState,
  'lesson' | 'journal' | 'apply' | 'import' | 'goTo' | 'step' | 'kept' | 'saved' | 'selection'
>

export interface MirrorPorts {
  /** Puts the learner's own work aside; what it gives brings it back. */
  putAside(): { bringBack(): Promise<void> }
  /** From here on what is done is kept for the tab; or, once it is nobody's, no longer. */
  keepBranch(isKept: boolean): void
  /** The presenter is at another lesson. */
  goTo(place: ClassPlace): void
  /** Shows the part of the desk that the presenter shows. */
  show(look: ScreenLook): void
  /** Something is missing: all of it is wanted anew. */
  askAgain(): void
  /** The learner has done something of their own. */
  branched(): void
}

const NOWHERE: ScreenPosition = { run: 0, count: 0 }

/**
 * The presenter's lab, done along in this page's: the same inputs give the same octets. What the learner does
 * in it makes it a branch, which follows no longer. Their own work is aside all the while.
 */
export class ScreenMirror {
  /** `own`: the page shows its learner's work. */
  state = $state<'own' | 'following' | 'branch'>('own')
  /** How the presenter's page looked last. */
  look = $state.raw<ScreenLook>({})
  readonly #work: MirroredWork
  readonly #ports: MirrorPorts
  #aside: { bringBack(): Promise<void> } | undefined
  #at = NOWHERE
  /** The journal as it was mirrored. */
  #known: readonly LabInput[] = []
  #isWanted = false
  /** What is done one after the other. */
  #turn: Promise<void> = Promise.resolve()

  constructor(work: MirroredWork, ports: MirrorPorts) {
    this.#work = work
    this.#ports = ports
  }

  /** How far it has followed. */
  get position(): ScreenPosition {
    return this.#at
  }

  /** From here on what is received is shown. */
  follow(): void {
    this.#isWanted = true
    this.#at = NOWHERE
  }

  receive(message: ScreenMessage): Promise<void> {
    return this.#next(() => this.#show(message))
  }

  /** Looks whether the learner has done something. */
  notice(): void {
    if (this.state !== 'following') return
    const { journal } = this.#work
    const added = inputsAfter(this.#known, journal)
    this.#known = journal
    if (!added || added.some(({ kind }) => kind !== 'check')) this.branchOff()
  }

  /** Goes on from here without the presenter. */
  branchOff(): void {
    if (this.state !== 'following') return
    this.state = 'branch'
    this.#isWanted = false
    this.#ports.keepBranch(true)
    this.#work.kept.write(this.#work.saved)
    this.#ports.branched()
  }

  /** Goes on with a branch that was kept. */
  openBranch(saved: Saved): Promise<void> {
    this.#isWanted = false
    return this.#next(async () => {
      this.#aside ??= this.#ports.putAside()
      this.state = 'branch'
      this.#ports.keepBranch(true)
      await this.#work.import(saved)
      this.#work.kept.undoable = undefined
    })
  }

  /** The presenter is followed no longer: the learner's own work is shown again. A branch goes on. */
  unfollow(): Promise<void> {
    this.#isWanted = false
    return this.#next(() => (this.state === 'branch' ? Promise.resolve() : this.#bringBack()))
  }

  /** The learner's own work is shown again. A branch stays where it is kept. */
  stop(): Promise<void> {
    this.#isWanted = false
    return this.#next(() => this.#bringBack())
  }

  async #bringBack(): Promise<void> {
    if (this.#isWanted || !this.#aside) return
    if (this.state === 'branch') this.#work.kept.write(this.#work.saved)
    this.state = 'own'
    this.#ports.keepBranch(false)
    const aside = this.#aside
    this.#aside = undefined
    await aside.bringBack()
  }

  #next(act: () => Promise<void>): Promise<void> {
    this.#turn = this.#turn.then(act, act)
    return this.#turn
  }

  async #show(message: ScreenMessage): Promise<void> {
    this.notice()
    if (!this.#isWanted) return
    const { run, count, place, look, from, inputs } = message
    if (place.slug !== this.#work.lesson.slug) return this.#ports.goTo(place)
    if (message.work) await this.#replace(message)
    else if (this.state === 'following' && this.#at.run === run && this.#at.count === from)
      for (const input of inputs) this.#do(input)
    else return this.#ports.askAgain()
    this.#at = { run, count }
    this.#look(place, look)
  }

  /** Opens the presenter's lab in place of what is there. */
  async #replace({ place, work, inputs }: ScreenMessage): Promise<void> {
    const isBranch = this.state === 'branch'
    this.#aside ??= this.#ports.putAside()
    if (isBranch) {
      this.#work.kept.write(this.#work.saved)
      this.#ports.keepBranch(false)
    }
    this.state = 'own'
    const saved = savedOf({ ...place, v: 1, ...work!, journal: inputs })
    const opened = this.#work.import(saved)
    await opened
    this.#work.kept.undoable = undefined
    this.#known = saved.journal
    this.state = 'following'
    this.notice()
  }

  #do(input: LabInput): void {
    void this.#work.apply(input)
    this.#known = this.#work.journal
  }

  #look({ step }: ClassPlace, look: ScreenLook): void {
    const { lesson } = this.#work
    if (step !== undefined && step !== this.#work.step?.id)
      if (lesson.steps.some(({ id }) => id === step)) this.#work.goTo(step)
    if (look.chosen) this.#work.selection = look.chosen
    this.#ports.show(look)
    this.look = look
  }
}
