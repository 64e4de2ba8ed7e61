import type { DueSource } from './agenda.ts'
import type { PlanItem } from './spec/plan.ts'

/** An item of a plan, and when it happens next. */
interface Planned {
  readonly item: PlanItem
  /** In milliseconds. */
  readonly at: number
  /** How often it has still to happen, this time included. */
  readonly left: number
}

const DAY = 86_400_000

/** When it happens for the first time, in milliseconds. */
function firstTime({ after = 0, at, days }: PlanItem, start: number): number {
  if (at === undefined) return start + after * 1000
  const [hours = 0, minutes = 0, seconds = 0] = at.split(':').map(Number)
  const today = start - (start % DAY) + ((hours * 60 + minutes) * 60 + seconds) * 1000
  return onDay(today < start ? today + DAY : today, days, DAY)
}

const WEEK = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'] as const

/** The first of some times, so far apart, that is on one of the days; `Infinity` where none ever is. */
function onDay(first: number, days: PlanItem['days'], apart: number): number {
  if (!days) return first
  for (let count = 0, at = first; count < WEEK.length; count++, at += apart)
    if (days.includes(WEEK[new Date(at).getUTCDay()]!)) return at
  return Infinity
}

const begun = (item: PlanItem, start: number): Planned => ({
  item,
  at: firstTime(item, start),
  left: item.every === undefined ? 1 : (item.times ?? Infinity),
})

/** What a world's spec has planned, as it comes due. */
export class Timetable implements DueSource {
  readonly #now: () => number
  readonly #act: (item: PlanItem) => Promise<void>
  #planned: readonly Planned[]

  /**
   * @param start The time from which the plan counts, in milliseconds.
   * @param act Does what an item says.
   * @param like As much of the plan is over as there.
   */
  constructor(
    plan: readonly PlanItem[],
    start: number,
    now: () => number,
    act: (item: PlanItem) => Promise<void>,
    like?: Timetable,
  ) {
    this.#now = now
    this.#act = act
    this.#planned = like ? like.#planned : plan.map((item) => begun(item, start))
  }

  next(): number {
    return this.#planned.reduce((soonest, { at }) => Math.min(soonest, at), Infinity)
  }

  /** In the order of their times; of several at one time, in that of the plan. */
  async runDue(): Promise<void> {
    const now = this.#now()
    for (;;) {
      const due = this.#planned.filter(({ at }) => at <= now).toSorted((a, b) => a.at - b.at)[0]
      if (!due) return
      this.#planned = this.#planned.flatMap((one) => (one === due ? this.#after(due) : [one]))
      await this.#act(due.item)
    }
  }

  #after({ item, at, left }: Planned): readonly Planned[] {
    return item.every === undefined || left <= 1
      ? []
      : [{ item, at: onDay(at + item.every * 1000, item.days, item.every * 1000), left: left - 1 }]
  }
}
