import { askedName } from '../../../core/idna.ts'
import { printRecord } from '../../../dns/print-record.ts'
import type { WorldEvent } from '../../../world/events/index.ts'
import type { Row, Source } from '../card.ts'

type Wanted = Omit<Extract<Source, { kind: 'dns' }>, 'kind'>

/**
 * The newest answer of the DNS as a listing: its status, called `status`; the question, called `question`;
 * and each record of the answer, called by its type, `MX`, aliases first.
 */
export function dnsRows(events: readonly WorldEvent[], { host, name, type }: Wanted): Row[] {
  const asked = events.findLast(
    (event) =>
      event.type === 'dns' &&
      (host === undefined || event.by === host) &&
      (name === undefined || askedName(event.question.name) === askedName(name)) &&
      (type === undefined || event.question.type === type.toUpperCase()),
  )
  if (asked?.type !== 'dns') return []
  const { question, answer } = asked
  const records = [...(answer.aliases ?? []), ...answer.records]
  return [
    { key: 'status', name: 'status', text: `;; status: ${statuses[answer.status]}` },
    {
      ...{ key: 'question', name: 'question' },
      text: `;; question: ${question.name}. IN ${question.type}`,
    },
    ...records.map((record, at) => ({
      ...{ key: `r${at}`, name: record.type, text: printRecord(record) },
    })),
  ]
}

/** A name without such a record has no error of its own in the protocol. */
const statuses = {
  ok: 'NOERROR',
  nodata: 'NOERROR, no records',
  nxdomain: 'NXDOMAIN',
  servfail: 'SERVFAIL',
  timeout: 'no answer',
}
