import * as v from 'valibot'
import { askedName } from '../../core/idna.ts'
import type { EventOf } from '../../world/events/index.ts'
import { amountEntries, isAmount, wantedAmount } from '../amount.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { code } from '../wording.ts'

const status = v.picklist(['ok', 'nodata', 'nxdomain', 'servfail', 'timeout'])

const entries = {
  /** Absolute, without the final dot; any by default. */
  name: v.exactOptional(v.string()),
  /** The type of record that was asked for, or any of several. */
  type: v.exactOptional(v.union([v.string(), v.array(v.string())])),
  /** What the DNS answered, or any of several. */
  status: v.exactOptional(v.union([status, v.array(status)])),
  /** The name of the host that asked; any by default. */
  host: v.exactOptional(v.string()),
  /** `person`: at a terminal. `message`: for a message that a host judges or sends. Either by default. */
  for: v.exactOptional(v.picklist(['person', 'message'])),
  /** `yes`: the host had the answer in its cache. `no`: it asked anew. */
  cached: v.exactOptional(v.picklist(['yes', 'no'])),
  /** `last`: only the newest question counts; `any` by default. */
  at: v.exactOptional(v.picklist(['any', 'last'])),
  ...amountEntries,
}

type Wanted = ParamsOf<typeof entries>

/**
 * @example
 * { kind: asked, name: example.net, type: MX, status: ok, host: desk.example.org }
 */
export const asked = defineCondition({
  kind: 'asked',
  about: 'Somebody asked the DNS a question, and got such an answer.',
  entries: () => entries,
  check(wanted, { world }) {
    const all = world.events.filter((event) => event.type === 'dns')
    const questions = wanted.at === 'last' ? all.slice(-1) : all
    const fitting = questions.filter((event) => fits(wanted, event))
    if (isAmount(fitting.length, wanted)) return met
    return notYet(reasonFor(wanted, questions, fitting.length))
  },
})

type Asked = EventOf<'dns'>

const isAbout = (wanted: Wanted, { by, question, queueId, judges }: Asked): boolean =>
  (wanted.name === undefined || askedName(question.name) === askedName(wanted.name)) &&
  isOneOf(wanted.type, question.type) &&
  (wanted.host === undefined || wanted.host === by) &&
  (wanted.for === undefined ||
    (queueId === undefined && judges === undefined) === (wanted.for === 'person'))

const fits = (wanted: Wanted, event: Asked): boolean =>
  isAbout(wanted, event) &&
  isOneOf(wanted.status, event.answer.status) &&
  (wanted.cached === undefined || (event.cachedFor !== undefined) === (wanted.cached === 'yes'))

const isOneOf = (wanted: string | readonly string[] | undefined, given: string): boolean =>
  wanted === undefined || [wanted].flat().some((one) => one.toUpperCase() === given.toUpperCase())

/** Names nothing: to find the name out may be what the step asks for. */
const NOT_ASKED = 'That question has not been asked yet.'

function reasonFor(wanted: Wanted, questions: readonly Asked[], count: number): string {
  const what = code([wanted.name ?? 'any name', ...[wanted.type ?? []].flat()].join(' '))
  if (count > 0)
    return `The DNS was asked for ${what} ${count === 1 ? 'once' : `${count} times`}; wanted: ${wantedAmount(wanted)}.`
  const last = questions.findLast((event) => isAbout(wanted, event))
  if (last) return `For ${what} the DNS answered ${code(last.answer.status)}.`
  return NOT_ASKED
}
