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
  if (!host.backing?.refusal) return undefined
  const trust = user ? 'user' : mayRelay(host, peer) ? 'relay' : 'stranger'
  const asked = { peer, helo: hello.name, from, trust } as const
  const byWhom = user ? { ...asked, user: user.login } : asked
  const refusal = host.backing.refusal(recipient === undefined ? byWhom : { ...byWhom, recipient })
  return refusal && reply(refusal.code, refusal.enhanced, refusal.text)
}
