import { evaluateSpf, type SpfVerdict } from '../../auth/spf/evaluate.ts'
import type { Section } from '../special/special-address.ts'
import { askNow } from './ask-now.ts'
import type { Decision, Filter, SpecOf } from './filter.ts'

const results = {
  fail: { section: '8.4', enhanced: '5.7.23' },
  softfail: { section: '8.5', enhanced: '5.7.23' },
  permerror: { section: '8.7', enhanced: '5.7.24' },
} as const

/** Refusals come at MAIL, before the message; what goes to the spam folder is known at its end. */
export const spf: Filter<'spf'> = {
  policy: 'spf',
  about: 'What a bad result of SPF comes to, whatever DMARC makes of it.',
  atMail(at, spec) {
    if (!Object.values(spec).includes('refuse')) return undefined
    const { net, host, asked } = at
    const verdict = askNow(
      at,
      evaluateSpf({
        ...{ ip: asked.peer.address, helo: asked.helo, mailFrom: asked.from },
        ...{ receiver: host.name, now: net.clock.now() },
      }),
    )
    const decision = decide(verdict, spec, asked.from || asked.helo)
    return decision?.action === 'refuse' ? decision : undefined
  },
  atEnd({ incoming, examined }, spec) {
    const { from, helo } = incoming.envelope
    const verdict = examined?.judgement.authentication.spf
    const decision = verdict && decide(verdict, spec, from || helo)
    return decision?.action === 'refuse' ? undefined : decision
  },
}

function decide(
  { result, reason }: SpfVerdict,
  spec: SpecOf<'spf'>,
  subject: string,
): Decision | undefined {
  if (result !== 'fail' && result !== 'softfail' && result !== 'permerror') return undefined
  const { section, enhanced } = results[result]
  const action = spec[result] ?? 'note'
  const source: Section = { rfc: 7208, section }
  return {
    action,
    subject,
    line: `spf_${result} = ${action}`,
    reason: `SPF ${result}: ${reason}`,
    source,
    enhanced,
  }
}
