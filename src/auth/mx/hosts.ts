import type { Effect } from '../../core/effects.ts'
import type { DnsAnswer } from '../../core/dns.ts'
import { step, type Step } from '../../core/trace.ts'
import { askNoting } from '../ask-noting.ts'
import { isLost } from '../question-step.ts'
import type { MailHost } from './verdict.ts'

export interface FoundHost {
  readonly host: MailHost
  /** Whether DNS did not answer for its addresses, now. */
  readonly lost: boolean
  readonly trace: Step
}

/** Asks for a mail host's addresses, A and AAAA (RFC 5321 §5.1, §5.2). */
export function* findHost(name: string, preference: number): Effect<FoundHost> {
  const asked: Step[] = []
  const v4 = yield* askNoting(asked, name, 'A')
  const v6 = yield* askNoting(asked, name, 'AAAA')
  const addresses = [v4, v6].flatMap(addressesIn)
  const lost = addresses.length === 0 && (isLost(v4) || isLost(v6))
  return {
    host: { name, preference, addresses },
    lost,
    trace: step({
      kind: 'mx/host',
      text: `${hostText(name, addresses, lost)}${aliasText(name, v4)}`,
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

/** Senders follow an alias here, though RFC 5321 §5.1 and RFC 2181 §10.3 want none. */
const aliasText = (name: string, { aliases }: DnsAnswer): string =>
  aliases?.length
    ? ` \`${name}\` is an alias (CNAME); a mail host must be named by its own name (RFC 2181 §10.3).`
    : ''
