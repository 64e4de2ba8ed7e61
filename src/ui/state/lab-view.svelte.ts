import type {
  EventsOutput,
  FindingsOutput,
  DevicesOutput,
  LabOutput,
  MailboxesOutput,
  NumbersOutput,
  ProgressOutput,
  TimeOutput,
} from '../../lab/protocol.ts'
import type { ZoneText } from '../../lab/types.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'

type Part<Output, Name extends keyof Output> = NonNullable<Output[Name]>

/** What the page knows of its lab, for views: plain data that came out of it. */
export class LabView {
  events = $state.raw<EventsOutput['events']>([])
  mailboxes = $state.raw<MailboxesOutput['mailboxes']>()
  devices = $state.raw<DevicesOutput['devices']>([])
  /** What open sessions call their messages. */
  numbers = $state.raw<NumbersOutput['sessions']>([])
  /** The world's clock and queues; before the lab has opened it has none. */
  time = $state.raw<TimeOutput['time']>()
  zones = $state.raw<readonly ZoneText[]>([])
  diagnostics = $state.raw<readonly Diagnostic[]>([])
  /** What would be good to have in the zones; no problems. */
  advice = $state.raw<readonly Diagnostic[]>([])
  senders = $state.raw<Part<FindingsOutput, 'senders'>>([])
  mails = $state.raw<Part<FindingsOutput, 'mails'>>([])
  progress = $state.raw<ProgressOutput['progress']>()
  /** Whether a program of the terminal runs. */
  busy = $state(false)
  /** The last input that was judged; -1 before the first judgement. */
  judged = $state(-1)

  /** Begins anew, with a lab that has opened. */
  clear(): void {
    this.events = []
    this.mailboxes = undefined
    this.devices = []
    this.numbers = []
    this.time = undefined
    this.zones = []
    this.diagnostics = []
    this.advice = []
    this.senders = []
    this.mails = []
    this.progress = undefined
    this.busy = false
    this.judged = -1
  }

  receive(output: LabOutput): void {
    switch (output.kind) {
      case 'events':
        this.events = [...this.events.slice(0, output.first), ...output.events]
        return
      case 'mailboxes':
        this.mailboxes = output.mailboxes
        return
      case 'devices':
        this.devices = output.devices
        return
      case 'numbers':
        this.numbers = output.sessions
        return
      case 'time':
        this.time = output.time
        return
      case 'zones':
        this.zones = output.zones
        return
      case 'terminal':
        this.busy = output.busy
        return
      case 'progress':
        this.progress = output.progress
        return
      case 'findings':
        this.#takeFindings(output)
        return
      default:
    }
  }

  #takeFindings({ input, diagnostics, advice, senders, mails }: FindingsOutput): void {
    this.judged = input
    if (diagnostics) this.diagnostics = diagnostics
    if (advice) this.advice = advice
    if (senders) this.senders = senders
    if (mails) this.mails = mails
  }
}
