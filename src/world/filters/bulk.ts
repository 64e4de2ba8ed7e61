import { isOneClick } from '../../message/list-unsubscribe.ts'
import { fieldNamed } from '../../message/field.ts'
import { parseMessage } from '../../message/parse.ts'
import { domainOf } from '../../core/domain.ts'
import { authorOf } from '../lists/rewrite-post.ts'
import { countWithin, senderOf } from '../reputation/senders.ts'
import type { Section } from '../special/special-address.ts'
import type { AtEnd, Filter, SpecOf } from './filter.ts'

const DAY = 24 * 60 * 60

interface Lack {
  readonly reason: string
  readonly source?: Section
}

export const bulk: Filter<'bulk'> = {
  policy: 'bulk',
  about: 'Who sends much must be known by name, easy to leave, and seldom called spam.',
  atEnd(at, spec) {
    const { net, host, incoming } = at
    const { from = 5000, per = DAY, action = 'junk' } = spec
    const domain = domainOf(authorOf(incoming.message)?.address ?? '')
    const record = senderOf(net.stateOf(host.name).senders, domain)
    const sent = countWithin(record.accepted, net.clock.now(), per * 1000)
    if (sent < from) return undefined
    const lack = lackOf(at, spec, domain)
    return lack && { action, subject: domain, ...lack }
  },
}

/** The first thing that a bulk sender lacks. */
function lackOf(
  { net, host, incoming, examined }: AtEnd,
  { per = DAY, complaints = 0.003 }: SpecOf<'bulk'>,
  domain: string,
): Lack | undefined {
  const { spf, dkim, dmarc } = examined?.judgement.authentication ?? {}
  if (spf && spf.result !== 'pass') return { reason: 'A bulk sender needs SPF to pass.' }
  if (dkim && dkim.result !== 'pass') return { reason: 'A bulk sender needs a DKIM signature.' }
  if (dmarc && dmarc.result !== 'pass')
    return {
      reason: 'A bulk sender needs DMARC to pass: its own domain must stand behind the message.',
      source: { rfc: 9989, section: '4.4' },
    }
  const post = fieldNamed(parseMessage(incoming.message), 'List-Unsubscribe-Post')
  if (!post || !isOneClick(post.value))
    return {
      reason: 'A bulk sender lets people leave with one click.',
      source: { rfc: 8058, section: '3.1' },
    }
  const record = senderOf(net.stateOf(host.name).senders, domain)
  const now = net.clock.now()
  const accepted = countWithin(record.accepted, now, per * 1000)
  const share = countWithin(record.complaints, now, per * 1000) / Math.max(1, accepted)
  return share > complaints
    ? { reason: `${(share * 100).toFixed(1)} % of its messages were called spam.` }
    : undefined
}
