import { evaluateFcrdns } from '../../auth/fcrdns/evaluate.ts'
import { askNow } from './ask-now.ts'
import type { Filter } from './filter.ts'

export const reverseName: Filter<'reverse-name'> = {
  policy: 'reverse-name',
  about: 'A client needs a name, and the name must lead back to its address.',
  atMail(at, { missing = 'refuse' }) {
    const { address } = at.asked.peer
    const { result, reason } = askNow(at, evaluateFcrdns(address))
    if (result === 'pass') return undefined
    const source = { rfc: 8601, section: '3' }
    return result === 'temperror'
      ? { action: 'defer', subject: address, reason, source, enhanced: '4.7.25' }
      : {
          ...{ action: missing, subject: address, reason, source },
          enhanced: missing === 'defer' ? '4.7.25' : '5.7.25',
        }
  },
}
