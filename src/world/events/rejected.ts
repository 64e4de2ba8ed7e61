import type { Authentication } from '../../auth/authenticate.ts'
import { AUTHENTICATION_OCTETS } from '../log/authentication-octets.ts'
import type { Basis } from '../log/basis.ts'
import { defineEvent } from '../log/event-kind.ts'

/** A host did not accept a message at the end of its data. */
export interface Rejected {
  readonly type: 'rejected'
  readonly connection: number
  /** Of the reply. */
  readonly code: number
  readonly text: string
  /** What its disposition rests on; absent where nothing decided about it. */
  readonly basis?: Basis
  /** Absent where the host did not judge. */
  readonly authentication?: Authentication
}

export const rejected = defineEvent<Rejected>({
  type: 'rejected',
  shownIn: 'activity',
  sentence: ({ code, text: words }) => `A message is rejected: ${code} ${words.split('\n', 1)[0]!}`,
  tone: () => 'fail',
  octets: ({ authentication: judged }) => (judged ? AUTHENTICATION_OCTETS : 0),
})
