import { costOfReading, ended, type Work } from '../../shared/work.ts'
import { compareMapped } from './casemap.ts'
import { envelopeOf } from './envelope.ts'
import type { MessageRecord } from './search/record.ts'
import type { SortCriterion, SortKey } from './sort-key.ts'
import { displayed, mailboxValue, sentDate, subjectOf } from './sort-values.ts'

type SortValue = number | string

/** What a message is sorted by; texts under the collation of `casemap`. */
const valueFor = {
  arrival: ({ internalDate }) => internalDate,
  cc: ({ bytes }) => mailboxValue(envelopeOf(bytes).cc),
  date: sentDate,
  displayfrom: ({ bytes }) => displayed(envelopeOf(bytes).from),
  displayto: ({ bytes }) => displayed(envelopeOf(bytes).to),
  from: ({ bytes }) => mailboxValue(envelopeOf(bytes).from),
  size: ({ bytes }) => bytes.length,
  subject: ({ bytes }) => subjectOf(bytes).base,
  to: ({ bytes }) => mailboxValue(envelopeOf(bytes).to),
} satisfies Record<SortKey, (message: MessageRecord) => SortValue>

/**
 * Sorts messages (RFC 5256 §3). Where all criteria are the same, the order of the mailbox decides,
 * which no REVERSE turns around.
 */
export const sortMessages = (
  messages: readonly MessageRecord[],
  criteria: readonly SortCriterion[],
): MessageRecord[] => ended(sorting(messages, criteria))

/** The same as work that stops now and then. */
export function* sorting(
  messages: readonly MessageRecord[],
  criteria: readonly SortCriterion[],
): Work<MessageRecord[]> {
  const rows: { readonly message: MessageRecord; readonly values: readonly SortValue[] }[] = []
  for (const message of messages) {
    rows.push({ message, values: criteria.map(({ key }): SortValue => valueFor[key](message)) })
    yield costOfReading(message.bytes)
  }
  rows.sort((a, b) => {
    for (const [at, { reverse }] of criteria.entries()) {
      const order = compareValues(a.values[at]!, b.values[at]!)
      if (order !== 0) return reverse ? -order : order
    }
    return a.message.seq - b.message.seq
  })
  return rows.map(({ message }) => message)
}

const compareValues = (a: SortValue, b: SortValue): number =>
  typeof a === 'string' && typeof b === 'string' ? compareMapped(a, b) : Number(a) - Number(b)
