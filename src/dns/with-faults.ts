import { isWithin } from '../core/domain.ts'
import type { DnsAnswer, DnsRecord, RecordType, Resolver } from '../core/dns.ts'
import { answerSize, MAX_DATAGRAM } from './answer-size.ts'
import { canonicalName } from './names.ts'

/** Something that goes wrong on the way to an answer. */
export interface InjectedFault {
  /**
   * - `servfail`: the server answers that it cannot answer.
   * - `timeout`: no answer comes.
   * - `truncated`: an answer over 512 octets is cut (RFC 1035 §4.2.1), and asking again over TCP is
   *   blocked; shorter ones arrive.
   * - `lame`: the servers named for this zone do not serve it, nor anything below it.
   */
  readonly kind: 'servfail' | 'timeout' | 'truncated' | 'lame'
  readonly name: string
  /** Every type by default. A zone is lame for all types. */
  readonly type?: RecordType
}

/** Answers as another resolver does, with faults where they are asked for; aliases lead into them. */
export function withFaults(resolver: Resolver, faults: readonly InjectedFault[]): Resolver {
  const known = faults.map((fault) => ({ ...fault, name: canonicalName(fault.name) }))
  return {
    query(name, type) {
      const answer = resolver.query(name, type)
      const { aliases = [] } = answer
      let passed: readonly DnsRecord[] = []
      for (const at of [canonicalName(name), ...targetsOf(aliases)]) {
        const fault = known.find((one) => hits(one, at, type))
        if (fault && breaks(fault, answer)) return broken(fault, passed)
        passed = aliases.slice(0, aliases.findIndex((alias) => leadsFrom(alias, at)) + 1)
      }
      return answer
    },
  }
}

const targetsOf = (aliases: readonly DnsRecord[]): string[] =>
  aliases.flatMap((alias) => (alias.type === 'CNAME' ? [alias.target] : []))

const leadsFrom = (alias: DnsRecord, name: string): boolean =>
  alias.type === 'CNAME' && alias.name === name

const hits = (fault: InjectedFault, name: string, type: RecordType): boolean =>
  fault.kind === 'lame'
    ? isWithin(name, fault.name)
    : name === fault.name && (fault.type ?? type) === type

const breaks = ({ kind }: InjectedFault, answer: DnsAnswer): boolean =>
  kind !== 'truncated' || answerSize(answer) > MAX_DATAGRAM

function broken({ kind }: InjectedFault, aliases: readonly DnsRecord[]): DnsAnswer {
  const status = kind === 'timeout' || kind === 'truncated' ? 'timeout' : 'servfail'
  return aliases.length ? { status, records: [], aliases } : { status, records: [] }
}
