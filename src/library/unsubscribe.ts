import { isSignedTogether, unsubscribeSubject } from '../lint/list-unsubscribe/subject.ts'
import { isOneClick } from '../message/list-unsubscribe.ts'
import { parseMessage } from '../message/parse.ts'

export interface UnsubscribeWays {
  /** In the order of the message, which is that of preference (RFC 2369 §2). */
  readonly uris: readonly string[]
  /** Where a POST request unsubscribes at once; absent where the message offers no such way. */
  readonly oneClick?: string
  /** Whether a signature lists both fields in its `h=`, as one click needs (RFC 8058 §4). */
  readonly signed: boolean
}

/**
 * Finds how a message lets its reader leave the list (RFC 2369 §3.2, RFC 8058). Whether its signatures
 * hold, `verifyDkim` evaluates; problems of the fields, `lintMessage` finds.
 * @param message Its octets.
 *
 * @example
 * const { uris, oneClick } = findUnsubscribe(bytes)
 */
export function findUnsubscribe(message: Uint8Array): UnsubscribeWays {
  const { message: parsed, lists, posts } = unsubscribeSubject(parseMessage(message))
  const uris = lists.flatMap(({ list }) => list.uris.map(({ uri }) => uri))
  const web = lists.flatMap(({ list }) => list.uris).find(({ scheme }) => scheme === 'https')
  const offers = posts.some(({ value }) => isOneClick(value))
  return {
    uris,
    ...(offers && web && { oneClick: web.uri }),
    signed: isSignedTogether(parsed, ['List-Unsubscribe', 'List-Unsubscribe-Post']),
  }
}
