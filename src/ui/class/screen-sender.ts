import { inputsAfter } from '../../lab/class/inputs-after.ts'
import type {
  ClassPlace,
  ScreenLook,
  ScreenWork,
  TeacherMessage,
} from '../../lab/class/protocol.ts'
import type { LabInput } from '../../lab/lab.ts'

/** What the presenter's page shows. */
export interface Shown {
  readonly place: ClassPlace
  readonly look: ScreenLook
  readonly work: ScreenWork
  readonly journal: readonly LabInput[]
}

export interface SenderPorts {
  /** @returns The server's status; 0 where none answers. */
  teach(message: TeacherMessage): Promise<number>
  later(act: () => void, milliseconds: number): void
  /** A number that no other page chooses. */
  chooseRun(): number
  /** What is shown has not arrived yet; has arrived; or is more than a class can follow. */
  noted(state: 'pending' | 'sent' | 'large'): void
}

/** Milliseconds in which keys are gathered, and before what did not arrive is sent again. */
const GATHER = 30
const AGAIN = 1_500

/** Has the class hear what the presenter's page shows: the whole of it once, then each input as it is made. */
export class ScreenSender {
  readonly #ports: SenderPorts
  #shown: Shown | undefined
  /** What the class has. */
  #sent: (Shown & { readonly run: number; readonly count: number }) | undefined
  #isBusy = false
  #isWaiting = false

  constructor(ports: SenderPorts) {
    this.#ports = ports
  }

  /** The page shows something else, or more, than before. */
  notice(shown: Shown): void {
    this.#shown = shown
    if (this.#isSent) return
    this.#ports.noted('pending')
    this.#soon(GATHER)
  }

  /** The class may have lost all of it: its server came back. */
  sendAnew(): void {
    this.#sent = undefined
    if (this.#shown) this.#soon(0)
  }

  get #isSent(): boolean {
    const [shown, sent] = [this.#shown, this.#sent]
    return shown !== undefined && sent !== undefined && essence(shown) === essence(sent)
      ? shown.journal === sent.journal
      : false
  }

  #soon(milliseconds: number): void {
    if (this.#isBusy || this.#isWaiting) return
    this.#isWaiting = true
    this.#ports.later(() => {
      this.#isWaiting = false
      void this.#send()
    }, milliseconds)
  }

  async #send(): Promise<void> {
    const shown = this.#shown
    if (!shown || this.#isBusy || this.#isSent) return
    this.#isBusy = true
    const { message, count } = this.#messageOf(shown)
    const status = await this.#ports.teach(message)
    this.#isBusy = false
    if (status === OK) this.#sent = { ...shown, run: message.run, count }
    else if (status === STALE) this.#sent = undefined
    if (status === TOO_LARGE) return this.#ports.noted('large')
    if (this.#isSent) return this.#ports.noted('sent')
    this.#soon(status === OK || status === STALE ? GATHER : AGAIN)
  }

  /** Inputs since the last message, or all of it where they are of another work. */
  #messageOf({ place, look, work, journal }: Shown) {
    const sent = this.#sent
    const fresh =
      sent && JSON.stringify(work) === JSON.stringify(sent.work) && place.slug === sent.place.slug
        ? inputsAfter(sent.journal, journal)
        : undefined
    if (!sent || !fresh) {
      const run = this.#ports.chooseRun()
      return { message: { kind: 'present' as const, place, look, run, work, journal }, count: 0 }
    }
    const { run, count: from } = sent
    const message = { kind: 'go-on' as const, place, look, run, from, inputs: fresh }
    return { message, count: from + fresh.length }
  }
}

const essence = ({ place, look, work }: Shown): string => JSON.stringify([place, look, work])

const OK = 204
const STALE = 409
const TOO_LARGE = 413
