import type { DueSource } from '../agenda.ts'
import type { Internet } from '../internet.ts'
import type { HostSpec } from '../spec.ts'
import { sendAggregateReports, type Period } from './aggregate.ts'
import { handInDue } from './hand-in.ts'
import { sendTlsReports } from './tls.ts'

const DAY = 86_400_000

/** The day of a time, from midnight to midnight (UTC). */
const dayOf = (time: number): Period => {
  const begin = Math.floor(time / DAY) * DAY
  return { begin, end: begin + DAY }
}

/**
 * The reports of all hosts of a world: due at the end of a day on which there was something to report, and where one was not
 * taken, at its next try.
 */
export class ReportTimes implements DueSource {
  readonly #net: Internet

  constructor(net: Internet) {
    this.#net = net
  }

  /** Those that report as they are set up now. */
  get #hosts(): readonly HostSpec[] {
    return this.#net.spec.hosts.filter(({ reports }) => reports?.dmarc ?? reports?.tls)
  }

  next(): number {
    const ends = this.#hosts.map((host) => this.#dayOf(host)?.end ?? Infinity)
    const tries = this.#hosts.flatMap(({ name }) =>
      this.#net.stateOf(name).handedIn.map(({ nextTry }) => nextTry),
    )
    return Math.min(Infinity, ...ends, ...tries)
  }

  async runDue(): Promise<void> {
    for (const host of this.#hosts) {
      await handInDue(this.#net, host)
      for (let day = this.#dayOf(host); day && day.end <= this.#net.clock.now();) {
        await sendAggregateReports(this.#net, host, day)
        await sendTlsReports(this.#net, host, day)
        day = this.#dayOf(host)
      }
    }
    await this.#net.quiet()
  }

  /** The first day of which a host has something. */
  #dayOf({ name }: HostSpec): Period | undefined {
    const { observed, tlsSessions } = this.#net.stateOf(name)
    const first = Math.min(observed[0]?.at ?? Infinity, tlsSessions[0]?.at ?? Infinity)
    return Number.isFinite(first) ? dayOf(first) : undefined
  }
}
