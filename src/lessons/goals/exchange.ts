import * as v from 'valibot'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import {
  exchangeEntries,
  isAbout,
  isVerb,
  matches,
  nameOf,
  replyTo,
  wantedCode,
  type ExchangePattern,
} from '../exchanges.ts'
import { exchangesOf, type Heard } from '../heard.ts'
import { sessionPlace, whereEntries } from '../place.ts'

export const exchange = defineCondition({
  kind: 'exchange',
  about:
    'A command got a reply code. With `at: last`, the newest exchange of all must be that one.',
  entries: () => ({
    ...exchangeEntries,
    ...whereEntries,
    at: v.exactOptional(v.picklist(['any', 'last'])),
  }),
  check(params, { world }) {
    const heard = exchangesOf(world.events, params)
    const candidates = params.at === 'last' ? heard.slice(-1) : heard
    if (candidates.some((one) => matches(params, one))) return met
    return notYet(reasonFor(params, heard, sessionPlace(params)))
  },
})

function reasonFor(params: ExchangePattern, heard: readonly Heard[], place: string): string {
  const last = heard.at(-1)
  if (!last) return `No connection to ${place} yet: it greets you first.`
  const refused = heard.findLast((one) => isAbout(params, one) && !matches(params, one))
  if (refused) return `So far ${replyTo(refused)}; this waits for ${wantedCode(params)}.`
  const other = heard.findLast((one) => isVerb(params, one))
  if (other) return `So far ${replyTo(other)}; what counts is ${nameOf(params)}.`
  return `Last, ${replyTo(last)}. Still to come: ${nameOf(params)}.`
}
