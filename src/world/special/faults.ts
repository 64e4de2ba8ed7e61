import type { InjectedFault } from '../../protocols/smtp/policies/faults.ts'
import { specialAddresses } from './special-addresses.ts'

const SECOND = 1000

/** What goes wrong at RCPT on request, beside replies: no reply, a late one, the end of the connection. */
export const specialFaults = (domains: readonly string[]): InjectedFault[] =>
  specialAddresses.flatMap(({ name, act }): InjectedFault[] =>
    domains.flatMap((domain): InjectedFault[] => {
      const where = { at: 'RCPT', about: `<${name}@${domain}>` }
      switch (act.kind) {
        case 'slow':
          return [{ ...where, kind: 'slow', milliseconds: act.seconds * SECOND }]
        case 'drop':
          return [{ ...where, kind: 'drop' }]
        case 'close':
          return [{ ...where, kind: 'closing' }]
        default:
          return []
      }
    }),
  )
