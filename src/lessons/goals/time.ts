import * as v from 'valibot'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { isMoment, momentOf } from '../moment.ts'

const moment = v.exactOptional(
  v.pipe(
    v.string(),
    v.check(isMoment, 'Write a time, `2026-05-04T09:15:00Z`, or `+15 min` since the start.'),
  ),
)

/**
 * @example
 * { kind: time, after: +15 min }
 */
export const time = defineCondition({
  kind: 'time',
  about: 'The clock of the world has come so far, or not yet.',
  entries: () => ({
    /** It is this time or later: `2026-05-04T09:15:00Z`, or since the start `+90 s`, `+15 min`, `+2 h`, `+1 d`. */
    after: moment,
    /** It is earlier than this. */
    before: moment,
  }),
  check({ after, before }, { world }) {
    const now = world.clock.now()
    const start = Date.parse(world.spec.now)
    const shown = `It is ${new Date(now).toISOString().slice(0, 16).replace('T', ' ')} (UTC)`
    if (after !== undefined && now < momentOf(after, start)!) return notYet(`${shown}, too early.`)
    if (before !== undefined && now >= momentOf(before, start)!)
      return notYet(`${shown}, too late.`)
    return met
  },
})
