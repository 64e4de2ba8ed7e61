import { recordsOf } from '../../core/dns.ts'
import { parseIpv4 } from '../../core/ip.ts'
import type { Step } from '../../core/trace.ts'
import { parseSpf } from './parse.ts'
import { mechanismsOf, type Mechanism } from './record.ts'

/** IPv4 addresses from the first to the last, both included. */
type Range = readonly [from: number, to: number]

const ALL: Range = [0, 2 ** 32 - 1]

/**
 * How many IPv4 addresses a record lets through, each once: those of its `ip4`, `a` and `mx` with
 * `+`, of the records that it includes, and all for `+all`. What `exists` and `ptr` let through depends on
 * other things than the address, and is not counted.
 * @param trace Of a check that came to the end of the record.
 */
export function passingWidth(trace: Step): number {
  const sorted = rangesIn(trace).toSorted((a, b) => a[0] - b[0])
  let [count, next] = [0, 0]
  for (const [from, to] of sorted) {
    const start = Math.max(from, next)
    if (to < start) continue
    count += to - start + 1
    next = to + 1
  }
  return count
}

function rangesIn({ steps }: Step): Range[] {
  return steps.flatMap((step) => {
    if (step.kind === 'spf/redirect') return rangesIn(innerCheck(step) ?? { ...step, steps: [] })
    if (step.kind !== 'spf/mechanism') return []
    const [term] = mechanismsOf(parseSpf(`v=spf1 ${String(step.facts?.['term'] ?? '')}`))
    return term?.qualifier === '+' ? rangesOf(term, step) : []
  })
}

const innerCheck = ({ steps }: Step): Step | undefined =>
  steps.find(({ kind }) => kind === 'spf/check')

function rangesOf(term: Mechanism, step: Step): Range[] {
  const bits = term.cidr4?.bits ?? 32
  switch (term.name) {
    case 'all':
      return [ALL]
    case 'ip4':
      return term.network?.octets ? [rangeAround(term.network.octets, bits)] : []
    case 'include': {
      const inner = innerCheck(step)
      return inner ? rangesIn(inner) : []
    }
    case 'a':
    case 'mx':
      return step.steps
        .flatMap(({ asked }) => (asked ? recordsOf(asked.answer, 'A') : []))
        .flatMap(({ address }) => parseIpv4(address) ?? [])
        .map((octets) => rangeAround(octets, bits))
    default:
      return []
  }
}

function rangeAround(octets: Uint8Array, bits: number): Range {
  const size = 2 ** (32 - bits)
  const address = octets.reduce((sum, octet) => sum * 256 + octet, 0)
  const from = address - (address % size)
  return [from, from + size - 1]
}
