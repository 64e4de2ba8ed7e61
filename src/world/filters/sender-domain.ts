import { findMailHosts } from '../../auth/mx/evaluate.ts'
import { domainOf } from '../../core/domain.ts'
import { askNow } from './ask-now.ts'
import type { Filter } from './filter.ts'

export const senderDomain: Filter<'sender-domain'> = {
  policy: 'sender-domain',
  about: 'A sender whose domain takes no mail could never get a report.',
  atMail(at, { nullMx = 'refuse', missing = 'refuse' }) {
    const { from } = at.asked
    if (from === '') return undefined
    const { result, reason } = askNow(at, findMailHosts(domainOf(from)))
    if (result === 'null-mx')
      return {
        ...{ action: nullMx, subject: from, reason, source: { rfc: 7505, section: '4.2' } },
        enhanced: nullMx === 'defer' ? '4.7.27' : '5.7.27',
      }
    if (result === 'none')
      return {
        ...{ action: missing, subject: from, reason, source: { rfc: 5321, section: '3.6.2' } },
        enhanced: missing === 'defer' ? '4.1.8' : '5.1.8',
      }
    return undefined
  },
}
