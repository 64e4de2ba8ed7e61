import { reply, type Reply } from '../wire/reply.ts'
import { mayRelay } from './routing.ts'
import type { Greeted, Mail, Rcpt } from './session.ts'

/**
 * Asks the world around the server what its policies have against a sender, or against a recipient of it.
 * @returns The refusal in its words; `undefined` where nothing stands against it.
 */
export function consult(
  { host, peer, user, hello }: Greeted | Mail | Rcpt,
  from: string,
  recipient?: string,
): Reply | undefined {
  const refusal = host.backing?.refusal?.({
    ...{ peer, helo: hello.name, from },
    ...(recipient !== undefined && { recipient }),
    ...(user && { user: user.login }),
    trust: user ? 'user' : mayRelay(host, peer) ? 'relay' : 'stranger',
  })
  return refusal && reply(refusal.code, refusal.enhanced, refusal.text)
}
