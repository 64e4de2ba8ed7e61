import * as v from 'valibot'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import {
  exchangeEntries,
  matches,
  nameOf,
  replyTo,
  wantedCode,
  type ExchangePattern,
} from '../exchanges.ts'
import { exchangesOf, type Heard } from '../heard.ts'
import { sessionPlace, whereEntries } from '../place.ts'

export const session = defineCondition({
  kind: 'session',
  about: 'Several exchanges in this order within one connection; others may stand between them.',
  entries: () => ({
    ...whereEntries,
    steps: v.pipe(
      v.array(v.strictObject(exchangeEntries)),
      v.minLength(1, 'Name at least one step.'),
    ),
  }),
  check(params, { world }) {
    const connections = byConnection(exchangesOf(world.events, params))
    const best = furthest(params.steps, connections)
    if (!best) return notYet(`No connection to ${sessionPlace(params)} yet: it greets you first.`)
    const next = params.steps[best.reached]
    if (!next) return met
    const last = best.heard.at(-1)!
    return notYet(
      `In this session ${replyTo(last)}. Next comes ${nameOf(next)}, answered with ${wantedCode(next)}.`,
    )
  },
})

interface Progress {
  readonly heard: readonly Heard[]
  /** How many of the steps were made. */
  readonly reached: number
}

const byConnection = (heard: readonly Heard[]): Heard[][] => {
  const sessions = new Map<number, Heard[]>()
  for (const one of heard) {
    const session = sessions.get(one.connection)
    if (session) session.push(one)
    else sessions.set(one.connection, [one])
  }
  return [...sessions.values()]
}

/** The session that came furthest; of equals the newest. */
function furthest(steps: readonly ExchangePattern[], sessions: readonly Heard[][]) {
  const all = sessions.map((heard): Progress => ({ heard, reached: stepsMade(steps, heard) }))
  return all.reduce<Progress | undefined>(
    (best, one) => (best && best.reached > one.reached ? best : one),
    undefined,
  )
}

function stepsMade(steps: readonly ExchangePattern[], heard: readonly Heard[]): number {
  let made = 0
  for (const one of heard) {
    const next = steps[made]
    if (next && matches(next, one)) made++
  }
  return made
}
