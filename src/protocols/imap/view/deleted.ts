import { holds, type NumberSet } from '../data/number-set.ts'
import { messagesOf, type View } from './view.ts'

/**
 * UIDs of messages that are `\Deleted`, of those that the client knows of.
 * @param only Where UID EXPUNGE names some.
 */
export const deletedIn = (view: View, only?: NumberSet): number[] =>
  messagesOf(view)
    .filter(({ mail }) => mail.flags.includes('\\Deleted'))
    .map(({ mail }) => mail.uid)
    .filter((uid) => only === undefined || holds(only, uid))
