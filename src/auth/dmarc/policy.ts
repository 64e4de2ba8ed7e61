import { askDns, type Effect } from '../../core/effects.ts'
import { step, type Step } from '../../core/trace.ts'
import type { FoundRecord } from './lookup.ts'
import type { DmarcMode } from './method.ts'
import { hasInvalidPolicy, type Policy } from './parse.ts'

/** What the record requests, and which of its tags sets that. */
export interface AskedPolicy {
  /** As published. */
  readonly policy: Policy
  /** After `t=y` or `pct`. */
  readonly disposition: Policy
  readonly tag: 'p' | 'sp' | 'np'
  readonly text: string
  readonly steps: readonly Step[]
}

/** Whether the record can be used at all (RFC 9989 §4.10.1, RFC 7489 §6.6.3). */
export const isUsable = ({ record }: FoundRecord, mode: DmarcMode): boolean =>
  !invalidFor(record, mode) || record.rua.some(({ valid }) => valid)

const invalidFor = (record: FoundRecord['record'], mode: DmarcMode): boolean =>
  hasInvalidPolicy(
    mode === '9989' ? record : { ...record, tags: record.tags.filter(({ name }) => name !== 'np') },
  )

/** What should happen to a message that does not pass (RFC 9989 §4.7, §4.10.1). */
export function* askedPolicy(
  found: FoundRecord,
  author: string,
  mode: DmarcMode,
  sample: number,
): Effect<AskedPolicy> {
  const { record, domain } = found
  if (invalidFor(record, mode))
    return asked(
      found,
      'p',
      'none',
      'none',
      'A policy tag is faulty, so the record counts as `p=none`.',
      [],
    )
  const chosen =
    domain === author ? { tag: 'p' as const, steps: [] } : yield* chooseTag(found, author, mode)
  const policy = record[chosen.tag] ?? record.p ?? 'none'
  if (mode === '7489') {
    const applies = sample < record.pct
    const share = applies ? '' : ` It is for ${record.pct} % of messages and not for this one.`
    const lowered = applies ? policy : lower(policy)
    return asked(found, chosen.tag, policy, lowered, share, chosen.steps)
  }
  const testing = record.testing
    ? ' It is only being tested (`t=y`), so one level less applies.'
    : ''
  return asked(
    found,
    chosen.tag,
    policy,
    record.testing ? lower(policy) : policy,
    testing,
    chosen.steps,
  )
}

/** One level below (RFC 9989 §4.7 `t`, RFC 7489 §6.6.4 `pct`). */
const lower = (policy: Policy): Policy => (policy === 'reject' ? 'quarantine' : 'none')

function asked(
  { domain }: FoundRecord,
  tag: AskedPolicy['tag'],
  policy: Policy,
  disposition: Policy,
  more: string,
  steps: readonly Step[],
): AskedPolicy {
  const text = `The record of \`${domain}\` asks for \`${tag}=${policy}\`.${more === '' ? '' : ` ${more.trim()}`}`
  return { policy, disposition, tag, text, steps }
}

interface Chosen {
  readonly tag: AskedPolicy['tag']
  readonly steps: readonly Step[]
}

/** For a subdomain: `np` if it does not exist, else `sp`, else `p`. RFC 7489 knows no `np`. */
function* chooseTag({ record }: FoundRecord, author: string, mode: DmarcMode): Effect<Chosen> {
  const otherwise = record.sp === undefined ? 'p' : 'sp'
  if (mode === '7489' || record.np === undefined) return { tag: otherwise, steps: [] }
  const answer = yield* askDns(author, 'A')
  const exists = answer.status !== 'nxdomain'
  const found = step({
    kind: 'dmarc/existence',
    text: exists
      ? `\`${author}\` exists in the DNS, so \`np=\` is not for it.`
      : `\`${author}\` does not exist in the DNS: \`np=\` is for it.`,
    outcome: 'note',
    source: { rfc: 9989, section: 'A.4' },
    asked: { question: { ask: 'dns', name: author, type: 'A' }, answer },
  })
  return { tag: exists ? otherwise : 'np', steps: [found] }
}
