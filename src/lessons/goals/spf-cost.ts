import * as v from 'valibot'
import { evaluateSpf } from '../../auth/spf/evaluate.ts'
import { passingWidth } from '../../auth/spf/passing-width.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { judgedNow } from '../judged-now.ts'
import { code } from '../wording.ts'

const most = v.exactOptional(v.number())

const entries = {
  /** The domain whose record is walked to its end. */
  domain: v.string(),
  /** How many DNS lookups it may cost at most; 10 are allowed. */
  lookups: most,
  /** How many it costs at least. */
  lookupsAtLeast: most,
  /** How many questions without an answer it may cost at most; 2 are allowed. */
  voids: most,
  /** How many IPv4 addresses it may let through at most, includes too. */
  width: most,
  /** How many IPv4 addresses it lets through at least. */
  widthAtLeast: most,
}

type Wanted = ParamsOf<typeof entries>

/** An address without a sender: no term names it, so each is tried. */
const NO_SENDER = '0.0.0.0'

/**
 * What a check costs for a client that no term names, which is the most that it can cost.
 *
 * @example
 * { kind: spf-cost, domain: example.org, lookups: 10, voids: 2, width: 512 }
 */
export const spfCost = defineCondition({
  kind: 'spf-cost',
  about:
    'The SPF record of a domain costs so many lookups at most, and lets through so many addresses.',
  entries: () => entries,
  check(wanted, { world }) {
    const { domain } = wanted
    const verdict = judgedNow(
      evaluateSpf({
        ...{ ip: NO_SENDER, helo: domain, mailFrom: `postmaster@${domain}` },
        ...{ receiver: domain, now: world.clock.now() },
      }),
      world,
    )
    if (verdict.result === 'none') return notYet(verdict.reason)
    const wrong = tooMuch(wanted, { ...verdict, width: passingWidth(verdict.trace) })
    return wrong === undefined ? met : notYet(`The SPF record of ${code(domain)} ${wrong}.`)
  },
})

interface Cost {
  readonly lookups: number
  readonly voids: number
  readonly width: number
}

function tooMuch(wanted: Wanted, { lookups, voids, width }: Cost): string | undefined {
  if (lookups > (wanted.lookups ?? Infinity)) return `costs ${lookups} lookups`
  if (lookups < (wanted.lookupsAtLeast ?? 0)) return `costs ${lookups} lookups only`
  if (voids > (wanted.voids ?? Infinity)) return `asks ${voids} questions that find nothing`
  if (width > (wanted.width ?? Infinity)) return `lets ${width} addresses through`
  if (width < (wanted.widthAtLeast ?? 0)) return `lets ${width} addresses through only`
  return undefined
}
