import { parseResults } from '../../auth/results/parse.ts'
import { sameName } from '../../core/domain.ts'
import { withoutFields } from '../../message/changes/edit.ts'
import { fieldsIn } from './hops.ts'
import type { Incoming } from './receiver.ts'

/**
 * The message without results that a stranger wrote in this host’s name: programs behind it would take
 * them for its own (RFC 8601 §5).
 */
export function withoutForgedResults(incoming: Incoming, host: string): Incoming {
  if (!fieldsIn(incoming.message, 'Authentication-Results').length) return incoming
  const message = withoutFields(incoming.message, ({ lower, value }) => {
    if (lower !== 'authentication-results') return false
    const { authservId } = parseResults(value)
    return authservId !== undefined && sameName(authservId.text, host)
  })
  return message === incoming.message ? incoming : { ...incoming, message }
}
