import { openReport } from '../auth/dmarc/reports/open-report.ts'
import type { AggregateReport } from '../auth/dmarc/reports/report.ts'
import { fromLatin1 } from '../core/bytes.ts'
import { keepByText, once } from '../core/once.ts'
import { messagesOf, type Mailbox } from '../world/mailboxes.ts'
import { sameMailbox } from './command-pattern.ts'

/**
 * Conditions are judged after each input: a message is unpacked once, and the same message in a lab that
 * is opened anew is known.
 */
const reportIn = once((bytes: Uint8Array) => opened(fromLatin1(bytes), () => read(bytes)).report)

const opened = keepByText<{ report: AggregateReport | undefined }>({
  longest: 16_384,
  most: 1 << 18,
})

const read = (bytes: Uint8Array) => ({ report: openReport(bytes).report })

/** Aggregate reports (RFC 9990) that a mailbox holds, in the order in which they came. */
export function aggregateReportsIn(
  mailboxes: readonly Mailbox[],
  address: string,
): readonly AggregateReport[] {
  const found = mailboxes.find((one) => sameMailbox(one.address, address))
  const delivered = found ? messagesOf(found).filter(({ delivery }) => delivery) : []
  return delivered
    .toSorted((a, b) => a.delivery!.at - b.delivery!.at)
    .flatMap(({ bytes }) => reportIn(bytes) ?? [])
}

/** Whether a report comes from an organization that is called so, in any case, or in part. */
export const isReporter = ({ metadata }: AggregateReport, name: string): boolean =>
  [metadata.orgName, metadata.email].some((text) => text.toLowerCase().includes(name.toLowerCase()))
