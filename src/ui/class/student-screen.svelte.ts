import type { ScreenMessage } from '../../lab/class/protocol.ts'
import type { Read } from '../state/saved.ts'
import type { ScreenMirror } from './screen-mirror.svelte.ts'
import type { StudentSession } from './student-session.svelte.ts'

/** Milliseconds before what could not be shown is asked for again. */
const AGAIN = 3_000

export interface ScreenPorts {
  /** The lesson's. */
  readonly slug: string
  later(act: () => void, milliseconds: number): void
  /** The branch of this lesson that the tab keeps. */
  readBranch(): Read
  /** For a moment nothing can be typed, so that no key that is on its way begins a branch. */
  restFields(): void
}

/** When a student's page shows the presenter's screen, and what leads from it and back. */
export class StudentScreen {
  readonly session: StudentSession
  readonly mirror: ScreenMirror
  readonly #ports: ScreenPorts
  /** The student wants to see it, whether the class follows or not. */
  #isChosen = $state(false)

  constructor(session: StudentSession, mirror: ScreenMirror, ports: ScreenPorts) {
    this.session = session
    this.mirror = mirror
    this.#ports = ports
  }

  /** Whether the presenter's screen is to be shown. */
  readonly isWanted = $derived.by(() => {
    const { view, link } = this.session
    const isHeld = link !== 'over' && link !== 'gone' && link !== 'foreign'
    if (!isHeld || !view?.screen) return false
    return this.#isChosen || (view.follows && view.mode === 'class')
  })

  /** Has what is wanted come about. */
  settle(): void {
    const { session, mirror } = this
    if (this.isWanted) {
      mirror.follow()
      if (mirror.state === 'own') this.#ports.restFields()
      session.followScreen(
        () => mirror.position,
        (message) => this.#receive(message),
      )
      return
    }
    session.followScreen()
    void mirror.unfollow()
  }

  /** Looks at the presenter's screen, also where the class does not follow. */
  see(): void {
    this.#isChosen = true
  }

  /** Goes on alone from what is shown. */
  branchOff(): void {
    this.mirror.branchOff()
  }

  /** The learner did something in what is shown. */
  branched(): void {
    this.#isChosen = false
    this.#note('branch')
    void this.session.setMode('own')
  }

  /** Goes where the class is; where it follows the presenter, along with it. */
  async backToClass(): Promise<void> {
    const { session, mirror } = this
    this.#note('own')
    if (mirror.state === 'branch' && session.view?.follows !== true) await mirror.stop()
    await session.setMode('class')
  }

  async toOwnWork(): Promise<void> {
    this.#isChosen = false
    this.#note('own')
    const { view } = this.session
    const isOff = !view?.follows || view.mode === 'own' || (await this.session.setMode('own'))
    if (isOff || this.session.link !== 'open') await this.mirror.stop()
  }

  get hasBranch(): boolean {
    return this.mirror.state !== 'branch' && this.#ports.readBranch().kind === 'saved'
  }

  /** Goes on with what was tried in this lesson before. */
  async openBranch(): Promise<void> {
    const kept = this.#ports.readBranch()
    if (kept.kind !== 'saved') return
    this.#isChosen = false
    this.#note('branch')
    await this.mirror.openBranch(kept.saved)
    if (this.session.view?.mode !== 'own') await this.session.setMode('own')
  }

  /** Goes on with the branch that a page showed which was loaded again. */
  goOn(): void {
    if (this.session.kept.branch === this.#ports.slug) void this.openBranch()
  }

  /** A page that is loaded again shows the same. */
  #note(shown: 'own' | 'branch'): void {
    const { branch: _, ...rest } = this.session.kept
    this.session.forget(shown === 'own' ? rest : { ...rest, branch: this.#ports.slug })
  }

  #receive(message: ScreenMessage): void {
    this.mirror
      .receive(message)
      .catch(() => this.#ports.later(() => this.isWanted && this.settle(), AGAIN))
  }
}
