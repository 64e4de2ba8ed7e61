import * as v from 'valibot'
import { joinedText, type DnsAnswer, type DnsRecord } from '../../core/dns.ts'
import { defineCondition, type ParamsOf } from '../condition.ts'
import { met, notYet } from '../evidence.ts'
import { both, code } from '../wording.ts'

const types = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'PTR', 'TXT'] as const

const entries = {
  /** Absolute, without the final dot. */
  name: v.string(),
  /** The type of record that is asked for. */
  type: v.picklist(types),
  /** An address, a target, or a text as a whole. */
  value: v.exactOptional(v.string()),
  /** How the value starts; in any case. */
  starts: v.exactOptional(v.string()),
  /** A part of the value; in any case. */
  has: v.exactOptional(v.string()),
  /** How many such records there are at least; 1 by default, 0 for a name without any. */
  atLeast: v.exactOptional(v.number()),
  /** How many such records there are at most; any number by default. */
  atMost: v.exactOptional(v.number()),
}

type Wanted = ParamsOf<typeof entries>

/**
 * @example
 * { kind: dns, name: example.org, type: TXT, starts: v=spf1, atMost: 1 }
 */
export const dns = defineCondition({
  kind: 'dns',
  about: 'The zones as they stand answer a question with records that have the value.',
  entries: () => entries,
  check(wanted, { world }) {
    const answer = world.resolver.query(wanted.name, wanted.type)
    const values = answer.records.map(valueOf)
    const fitting = values.filter((value) => fits(wanted, value)).length
    const { atLeast = wanted.atMost === 0 ? 0 : 1, atMost = Infinity } = wanted
    if (fitting >= atLeast && fitting <= atMost) return met
    return notYet(whatIsThere(wanted, answer, values))
  },
})

function fits({ value: whole, starts, has }: Wanted, value: string): boolean {
  const lower = value.toLowerCase()
  return (
    (whole === undefined || lower === whole.toLowerCase()) &&
    (starts === undefined || lower.startsWith(starts.toLowerCase())) &&
    (has === undefined || lower.includes(has.toLowerCase()))
  )
}

/** The part of a record that lessons speak of. */
function valueOf(record: DnsRecord): string {
  if ('address' in record) return record.address
  if ('target' in record) return record.target
  if ('exchange' in record) return record.exchange
  return 'strings' in record ? joinedText(record) : ''
}

function whatIsThere({ name, type }: Wanted, answer: DnsAnswer, values: readonly string[]): string {
  if (answer.status === 'nxdomain') return `The name ${code(name)} does not exist yet.`
  if (!values.length) return `${code(name)} has no ${type} record.`
  return `The ${type} of ${code(name)} gives ${both(values.map(code))}.`
}
