import { costOfReading, type Work } from '../../../shared/work.ts'
import type { MessageRecord } from '../search/record.ts'
import { sentDate, subjectOf } from '../sort-values.ts'
import { idsOf } from './message-ids.ts'

/** Reads of each message what threads are built of, which is most of the work, and is remembered. */
export function* reading(messages: readonly MessageRecord[]): Work<void> {
  for (const message of messages) {
    idsOf(message.bytes)
    subjectOf(message.bytes)
    sentDate(message)
    yield costOfReading(message.bytes)
  }
}
