import type { Verdict } from '../../protocols/smtp/server/session.ts'
import { authorOf } from '../lists/rewrite-post.ts'
import type { HostSpec, SubmissionSpec } from '../spec.ts'

/**
 * The author that the owner of a mailbox may not write as, where a host wants them to write as themselves
 * (RFC 6409 §6.3): another address than their own, and than an alias that leads to them.
 * @param user Who logged in, by the address of the mailbox.
 * @returns The address in From, empty where there is none; `undefined` where it may stand.
 */
export function foreignAuthor(
  { aliases = [] }: HostSpec,
  { authors = 'any' }: SubmissionSpec,
  user: string | undefined,
  message: Uint8Array,
): string | undefined {
  if (authors === 'any' || user === undefined) return undefined
  const author = authorOf(message)?.address ?? ''
  const isOwn = isSame(author, user)
  const isAlias = aliases.some(
    ({ address, to }) => isSame(address, author) && to.some((one) => isSame(one, user)),
  )
  return isOwn || isAlias ? undefined : author
}

export const refusedAuthor = (user: string | undefined, author: string): Verdict => ({
  ...{ accepted: false, code: 550, enhanced: '5.7.1' },
  text: `${user ?? ''} may not write as ${author || 'nobody'}`,
})

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()
