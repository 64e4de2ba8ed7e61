import type {
  EventsOutput,
  FindingsOutput,
  DevicesOutput,
  LabOutput,
  MailboxesOutput,
  NumbersOutput,
  ProgressOutput,
  TerminalsOutput,
  TimeOutput,
  ZonesOutput,
} from '../../lab/protocol.ts'
import type { ZoneText } from '../../lab/types.ts'
import type { Diagnostic } from '../../core/diagnostic.ts'

type Part<Output, Name extends keyof Output> = NonNullable<Output[Name]>

/** What the page knows of its lab, for views: plain data that came out of it. */
export class LabView {
  events = $state.raw<EventsOutput['events']>([])
  mailboxes = $state.raw<MailboxesOutput['mailboxes']>()
  devices = $state.raw<DevicesOutput['devices']>([])
  /** Which terminals are open, where there is more than the first. */
  terminals = $state.raw<TerminalsOutput['terminals']>([])
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
    this.terminals = []
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
      case 'numbers':
        this.numbers = output.sessions
        return
      case 'terminal':
        if (!output.terminal) this.busy = output.busy
        return
      case 'findings':
        this.judged = output.input
        return this.#take(output)
      case 'mailboxes':
      case 'devices':
      case 'time':
      case 'zones':
      case 'progress':
      case 'terminals':
        return this.#take(output)
      default:
    }
  }

  /** Puts the parts of an output in place of those of their names; one that is absent stays as it was. */
  #take(output: Whole): void {
    const { kind: _, run: _run, ...named } = output
    const parts: Partial<LabView> = named
    Object.assign(this, parts)
  }
}

/** Outputs whose parts are named as they are here. */
type Whole =
  | DevicesOutput
  | FindingsOutput
  | MailboxesOutput
  | ProgressOutput
  | TerminalsOutput
  | TimeOutput
  | ZonesOutput
