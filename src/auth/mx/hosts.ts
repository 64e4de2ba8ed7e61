import type { Effect } from '../../core/effects.ts'
import type { DnsAnswer } from '../../core/dns.ts'
import { step, type Step } from '../../core/trace.ts'
import { askNoting } from '../ask-noting.ts'
import { isLost } from '../question-step.ts'
import type { MailHost, MxAliases } from './verdict.ts'

export interface FoundHost {
  readonly host: MailHost
  /** Whether DNS did not answer for its addresses, now. */
  readonly lost: boolean
  /** Whether it is an alias that this sender does not follow. */
  readonly refused: boolean
  readonly trace: Step
}

/** Asks for a mail host's addresses, A and AAAA (RFC 5321 §5.1, §5.2). */
export function* findHost(
  name: string,
  preference: number,
  aliases: MxAliases = 'followed',
): Effect<FoundHost> {
  const asked: Step[] = []
  const v4 = yield* askNoting(asked, name, 'A')
  const v6 = yield* askNoting(asked, name, 'AAAA')
  const refused = aliases === 'refused' && isAlias(v4)
  const addresses = refused ? [] : [v4, v6].flatMap(addressesIn)
  const lost = !refused && addresses.length === 0 && (isLost(v4) || isLost(v6))
  return {
    host: { name, preference, addresses },
    ...{ lost, refused },
    trace: step({
      kind: 'mx/host',
      text: refused
        ? refusedText(name)
        : `${hostText(name, addresses, lost)}${aliasText(name, v4)}`,
      outcome: addresses.length ? 'pass' : lost ? 'error' : 'fail',
      source: { rfc: 5321, section: '5.1' },
      facts: { name, preference, addresses },
      steps: asked,
    }),
  }
}

const addressesIn = ({ records }: DnsAnswer): string[] =>
  records.flatMap((record) => ('address' in record ? [record.address] : []))

function hostText(name: string, addresses: readonly string[], lost: boolean): string {
  if (lost) return `DNS gives no answer now for the addresses of \`${name}\`.`
  if (!addresses.length) return `\`${name}\` has no address, so no mail can go there.`
  return `\`${name}\` is at ${addresses.join(' and ')}.`
}

const isAlias = ({ aliases }: DnsAnswer): boolean => (aliases?.length ?? 0) > 0

const refusedText = (name: string): string =>
  `\`${name}\` is an alias (CNAME), and this sender does not follow it: a mail host must be named by its own name (RFC 2181 §10.3).`

/** Many senders follow an alias, though RFC 5321 §5.1 and RFC 2181 §10.3 want none. */
const aliasText = (name: string, answer: DnsAnswer): string =>
  isAlias(answer)
    ? ` \`${name}\` is an alias (CNAME); a mail host must be named by its own name (RFC 2181 §10.3).`
    : ''
