import type { Authentication } from '../../auth/authenticate.ts'
import { count, oneOf, optional, record, text } from '../../core/json/codec.ts'
import { defineEvent } from '../log/event-kind.ts'
import { AUTHENTICATION_OCTETS, authentication } from '../log/values/authentication.ts'

/** A host did not accept a message at the end of its data. */
export interface Rejected {
  readonly type: 'rejected'
  readonly connection: number
  /** Of the reply. */
  readonly code: number
  readonly text: string
  /** Absent where the host did not judge. */
  readonly authentication?: Authentication
}

export const rejected = defineEvent<Rejected>({
  type: 'rejected',
  codec: record<Rejected>({
    ...{ type: oneOf('rejected'), connection: count, code: count, text },
    authentication: optional(authentication),
  }),
  shownIn: 'activity',
  sentence: ({ code, text: words }) => `A message is rejected: ${code} ${words.split('\n', 1)[0]!}`,
  tone: () => 'fail',
  octets: ({ authentication: judged }) => (judged ? AUTHENTICATION_OCTETS : 0),
})
