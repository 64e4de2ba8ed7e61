import type { DnsAnswer, DnsStatus } from '../../core/dns.ts'
import type { DnsQuestion } from '../../core/effects.ts'
import { defineEvent } from '../log/event-kind.ts'

/** A host asked the DNS. */
export interface DnsAsked {
  readonly type: 'dns'
  /** Name of the host. */
  readonly by: string
  readonly question: DnsQuestion
  readonly answer: DnsAnswer
  /** Seconds for which the host may keep the answer, where it had it in its cache. */
  readonly cachedFor?: number
  /** The id under which the host keeps the message that it seeks a way for. */
  readonly queueId?: string
  /** The connection whose message the host judges. */
  readonly judges?: number
}

const outcomes: Readonly<Record<Exclude<DnsStatus, 'ok'>, string>> = {
  nodata: 'there are no records of this type',
  nxdomain: 'the name does not exist',
  servfail: 'the servers of the zone fail',
  timeout: 'no server answers in time',
}

export const dns = defineEvent<DnsAsked>({
  type: 'dns',
  shownIn: 'detail',
  sentence: ({ by, question, answer, cachedFor }) =>
    cachedFor === undefined
      ? `${by} asks the DNS for \`${question.name || '.'} ${question.type}\`: ${outcomeOf(answer)}.`
      : `${by} remembers \`${question.name || '.'} ${question.type}\`: ${outcomeOf(answer)}, good for ${cachedFor} s more.`,
})

function outcomeOf({ status, records }: DnsAnswer): string {
  if (status !== 'ok') return outcomes[status]
  return records.length === 1 ? '1 record' : `${records.length} records`
}
