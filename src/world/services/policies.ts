import type { SmtpHost } from '../../protocols/smtp/server/host.ts'
import type { InjectedFault } from '../../protocols/smtp/policies/faults.ts'
import type { FaultSpec, GreylistingSpec, PoliciesSpec } from '../spec.ts'

const SECOND = 1000

/**
 * The policies of a spec as the engine has them: in milliseconds, and only those that are named.
 * @param more Faults beside those of the spec.
 */
export function policiesOf(
  { rates, tarpit, limits = {}, greetingDelay, faults = [] }: PoliciesSpec,
  more: readonly InjectedFault[] = [],
): Partial<SmtpHost> {
  const { recipients, messages, errors, duration } = limits
  return {
    ...(rates && { rates: { ...rates, per: rates.per * SECOND } }),
    ...(tarpit && { tarpit: { after: tarpit.after, milliseconds: tarpit.delay * SECOND } }),
    ...(recipients !== undefined && { maxRecipients: recipients }),
    ...(messages !== undefined && { maxMessages: messages }),
    ...(errors !== undefined && { maxErrors: errors }),
    ...(duration !== undefined && { maxDuration: duration * SECOND }),
    ...(greetingDelay !== undefined && { greetingDelay: greetingDelay * SECOND }),
    ...(faults.length + more.length > 0 && { faults: [...faults.map(faultOf), ...more] }),
  }
}

export const greylistingOf = (spec: GreylistingSpec | undefined): Pick<SmtpHost, 'greylisting'> =>
  spec
    ? {
        greylisting: {
          delay: spec.delay * SECOND,
          ...(spec.lifetime !== undefined && { lifetime: spec.lifetime * SECOND }),
        },
      }
    : {}

function faultOf(spec: FaultSpec): InjectedFault {
  const { about, times, until } = spec
  const where = {
    at: spec.at === 'greeting' ? '' : spec.at,
    ...(about !== undefined && { about }),
    ...(times !== undefined && { times }),
    ...(until !== undefined && { until: Date.parse(until) }),
  }
  switch (spec.kind) {
    case 'slow':
      return { ...where, kind: 'slow', milliseconds: spec.seconds * SECOND }
    case 'refuse': {
      const { code, enhanced, text } = spec
      return { ...where, kind: 'refuse', code, enhanced, text }
    }
    default:
      return { ...where, kind: spec.kind }
  }
}
