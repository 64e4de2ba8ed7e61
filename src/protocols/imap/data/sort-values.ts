import { displayValue } from '../../../message/field.ts'
import type { Address } from './addresses.ts'
import { baseSubject } from './base-subject.ts'
import { casemap } from './casemap.ts'
import { envelopeOf } from './envelope.ts'
import { remembered } from './parsed.ts'
import { sentDateOf } from './sent-date.ts'
import type { MessageRecord } from './search/record.ts'

/** What SORT and THREAD ask of messages; each is found once for a message. */

interface ThreadSubject {
  /** The base subject under the collation of `casemap`. */
  readonly base: string
  readonly isReply: boolean
}

export const subjectOf: (bytes: Uint8Array) => ThreadSubject = remembered(({ bytes }) => {
  const { base, isReply } = baseSubject(envelopeOf(bytes).subject ?? '')
  return { base: casemap(base), isReply }
})

const sentAt: (bytes: Uint8Array) => { readonly at?: number } = remembered(
  ({ root }) => sentDateOf(root.header.fields) ?? {},
)

/** The sent date; the internal date where there is none (RFC 5256 §2.2). */
export const sentDate = ({ bytes, internalDate }: MessageRecord): number =>
  sentAt(bytes).at ?? internalDate

/** Octets of a header as they are compared. */
const mapped = (value: string): string => casemap(displayValue({ value }))

/** `addr-mailbox` of the first address (RFC 5256 §3). */
export const mailboxValue = ([first]: readonly Address[]): string => mapped(first?.mailbox ?? '')

/** The name of the first address, or else the address (RFC 5957 §3). */
export function displayed([first]: readonly Address[]): string {
  if (!first) return ''
  const name = first.name === undefined ? '' : mapped(first.name)
  if (name !== '') return name
  const mailbox = first.mailbox ?? ''
  return mapped(first.host === undefined ? mailbox : `${mailbox}@${first.host}`)
}
