import { fromStrictUtf8, latin1 } from '../../core/bytes.ts'
import { sameName } from '../../core/domain.ts'
import { fieldsNamed, unfold } from '../../message/field.ts'
import type { Message } from '../../message/parse.ts'
import { parseResults } from '../results/parse.ts'

/**
 * All that one judge wrote into a message, as one list: an ARC Set has one field for it, however
 * many Authentication-Results fields there are (RFC 8617 §4.1.1). Fields that a stranger wrote in
 * the judge's name must be gone by then (RFC 8601 §5).
 * @param authservId In any case.
 * @returns `spf=pass …; dkim=pass …`; `none` where nothing was found.
 */
export function mergeResults(message: Pick<Message, 'fields'>, authservId: string): string {
  const lists = fieldsNamed(message, 'Authentication-Results').flatMap(({ value }) => {
    const parsed = parseResults(value)
    const own = parsed.authservId && sameName(parsed.authservId.text, authservId)
    return own && parsed.results.length ? [listOf(value, parsed.results[0]!.span.from)] : []
  })
  return lists.length === 0 ? 'none' : lists.join('; ')
}

/** From the first result on, as characters, without a semicolon at the end. */
function listOf(value: string, from: number): string {
  const octets = unfold(value.slice(from)).trimEnd()
  const text = fromStrictUtf8(latin1(octets)) ?? octets
  return text.endsWith(';') ? text.slice(0, -1).trimEnd() : text
}
