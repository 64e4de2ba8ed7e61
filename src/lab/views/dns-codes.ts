import type { Section } from '../../core/section.ts'

/** What the status of a DNS answer means, and what a sender of mail does about it. */
export interface DnsCode {
  /** As `dig` prints it. */
  readonly name: string
  readonly number: number
  readonly meaning: string
  readonly next: string
}

/** RFC 1035 §4.1.1. */
export const dnsCodesSource: Section = { rfc: 1035, section: '4.1.1' }

export const dnsCodes: readonly DnsCode[] = [
  {
    name: 'NOERROR',
    number: 0,
    meaning:
      'The question was answered. Without records in the answer, the name has none of that type.',
    next: 'Use the records. Where there is none, the answer is “none”, and final.',
  },
  {
    name: 'FORMERR',
    number: 1,
    meaning: 'The server could not read the question.',
    next: 'Ask another server: something is wrong with one of the two programs.',
  },
  {
    name: 'SERVFAIL',
    number: 2,
    meaning: 'The server could not find out. Nothing is said about the name.',
    next: 'Ask again later. To take it for a no loses mail.',
  },
  {
    name: 'NXDOMAIN',
    number: 3,
    meaning: 'There is no such name, with no record of any type.',
    next: 'Give up: mail to it cannot be delivered.',
  },
  {
    name: 'NOTIMP',
    number: 4,
    meaning: 'The server does not do this kind of query.',
    next: 'Ask in another way, or another server.',
  },
  {
    name: 'REFUSED',
    number: 5,
    meaning: 'The server does not want to answer: a policy, or the zone is not one of its own.',
    next: 'Ask the servers that the zone names.',
  },
]
