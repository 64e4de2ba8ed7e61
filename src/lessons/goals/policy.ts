import * as v from 'valibot'
import { evaluateDmarc } from '../../auth/dmarc/evaluate.ts'
import type { DmarcRecord } from '../../auth/dmarc/parse.ts'
import { sameName } from '../../core/domain.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { judgedNow } from '../judged-now.ts'
import { code, either, ended } from '../wording.ts'

const wish = v.picklist(['none', 'quarantine', 'reject'])
const asked = v.exactOptional(v.union([wish, v.picklist(['absent']), v.array(wish)]))

const entries = {
  /** The domain in `From`. */
  domain: v.string(),
  /** Where the record is found that counts for it; `none` where there is no record. */
  at: v.exactOptional(v.string()),
  /** What is asked of receivers for this very domain, by `p`, `sp` or `np`, and after `t=y`; or any of several. */
  asks: asked,
  /** The tag `p` as it is written, or any of several; `absent` where it is not there. */
  p: asked,
  /** The tag `sp`. */
  sp: asked,
  /** The tag `np`. */
  np: asked,
  /** Whether the policy is only tested (`t=y`). */
  testing: v.exactOptional(v.picklist(['yes', 'no'])),
  /** How both kinds of names must agree: `relaxed` or `strict`. */
  adkim: v.exactOptional(v.picklist(['relaxed', 'strict'])),
  /** The same for SPF. */
  aspf: v.exactOptional(v.picklist(['relaxed', 'strict'])),
  /** A part of an address for reports that stands in `rua`; in any case. */
  rua: v.exactOptional(v.string()),
}

type Wanted = ParamsOf<typeof entries>

/**
 * @example
 * { kind: policy, domain: example.org, p: [quarantine, reject], rua: dmarc@example.org }
 */
export const policy = defineCondition({
  kind: 'policy',
  about: 'A receiver that looks for the DMARC policy of a domain finds this one.',
  entries: () => entries,
  check(wanted, { world }) {
    const { result, reason, record, policyDomain, disposition } = judgedNow(
      evaluateDmarc({
        ...{ from: wanted.domain, mode: '9989', dkim: [] },
        spf: { domain: '', result: 'none' },
      }),
      world,
    )
    if (wanted.at === 'none') return record ? notYet(ended(reason)) : met
    if (!record || result === 'permerror') return notYet(ended(reason))
    if (wanted.at !== undefined && !sameName(policyDomain ?? '', wanted.at))
      return notYet(
        `The record that counts for ${code(wanted.domain)} is that of ${code(policyDomain ?? '')}.`,
      )
    const wrong = wrongTag(wanted, record) ?? wrongWish(wanted, disposition)
    return wrong === undefined ? met : notYet(wrong)
  },
})

/** What a tag says instead of what is wanted, in a sentence. */
function wrongTag(wanted: Wanted, record: DmarcRecord): string | undefined {
  const said: Readonly<Record<string, string>> = {
    p: record.p ?? 'absent',
    sp: record.sp ?? 'absent',
    np: record.np ?? 'absent',
    testing: record.testing ? 'yes' : 'no',
    adkim: record.adkim,
    aspf: record.aspf,
  }
  for (const [tag, given] of Object.entries(said)) {
    const wishes: readonly string[] = [wanted[tag as keyof Wanted] ?? given].flat()
    if (!wishes.includes(given))
      return `${code(tag)} is ${code(given)} in ${code(record.text)}, not ${either(wishes.map(code))}.`
  }
  const { rua } = wanted
  const isTold = rua === undefined || record.rua.some((uri) => isRight(uri, rua))
  return isTold ? undefined : `No report goes to ${code(rua)} by ${code(record.text)}.`
}

const isRight = ({ valid, text }: DmarcRecord['rua'][number], part: string): boolean =>
  valid && text.toLowerCase().includes(part.toLowerCase())

function wrongWish({ asks, domain }: Wanted, given: string): string | undefined {
  const wishes: readonly string[] = [asks ?? given].flat()
  return wishes.includes(given)
    ? undefined
    : `Receivers of mail from ${code(domain)} are asked for ${code(given)}, not ${either(wishes.map(code))}.`
}
