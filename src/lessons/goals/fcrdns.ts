import * as v from 'valibot'
import { evaluateFcrdns } from '../../auth/fcrdns/evaluate.ts'
import { sameName } from '../../core/domain.ts'
import { defineCondition } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { judgedNow } from '../judged-now.ts'

/**
 * @example
 * { kind: fcrdns, ip: 192.0.2.25, result: pass, name: mail.example.org }
 */
export const fcrdns = defineCondition({
  kind: 'fcrdns',
  about: 'The name of an address leads back to it, or does not, in the zones as they stand.',
  entries: () => ({
    /** The address. */
    ip: v.string(),
    /** `pass`: a name leads back. `fail`: none of its names does. `none`: it has no name. */
    result: v.picklist(['pass', 'fail', 'none', 'temperror']),
    /** A name that the address has. */
    name: v.exactOptional(v.string()),
  }),
  check({ ip, result, name }, { world }) {
    const verdict = judgedNow(evaluateFcrdns(ip), world)
    const isNamed = name === undefined || verdict.names.some((one) => sameName(one, name))
    return verdict.result === result && isNamed ? met : notYet(verdict.reason)
  },
})
