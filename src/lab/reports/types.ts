import type { Section } from '../../core/section.ts'

/** A file as it was pasted, dropped or chosen. */
export interface GivenFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** What a sender likely is. */
export type SenderKind = 'yours' | 'vendor' | 'forwarder' | 'list' | 'stranger' | 'unclear'

/** How sure that is: a record or a receiver says so, several signs agree, or one alone. */
export type Certainty = 'known' | 'likely' | 'perhaps'

/** A question that was asked of an address, and whether its answer decided. */
export interface TraceLine {
  readonly asked: string
  readonly answer: string
  readonly decided: boolean
}

/** What is to be done next. Backticks mark code. */
export interface NextStep {
  readonly text: string
  readonly source?: Section
  /** What is to be published, where it is known: the name of a record, or a whole SPF record. */
  readonly record?: string
}

/** Addresses that send for the same reason, and what became of their messages. */
export interface Source {
  /** The network, the service or the term of SPF. */
  readonly title: string
  readonly kind: SenderKind
  readonly certainty: Certainty
  /** One sentence: why it is likely that. */
  readonly reason: string
  readonly trace: readonly TraceLine[]
  readonly messages: number
  /** Messages for which DKIM, SPF or at least one of them vouched, aligned. */
  readonly dkimAligned: number
  readonly spfAligned: number
  readonly aligned: number
  readonly unaligned: number
  /** What receivers did with it. */
  readonly quarantined: number
  readonly rejected: number
  /** What failed, in a sentence; absent where nothing did. */
  readonly failed?: string
  readonly next: NextStep
  /** The most first. */
  readonly addresses: readonly SourceAddress[]
  readonly moreAddresses: number
  /** Results as they were found, the most frequent first: `DKIM fail, example.org, key june`. */
  readonly found: readonly Counted[]
  readonly authorDomains: readonly string[]
  readonly reporters: readonly string[]
}

export interface SourceAddress {
  readonly ip: string
  readonly messages: number
  readonly unaligned: number
}

export interface Counted {
  readonly text: string
  readonly messages: number
}

/** A day in UTC, and what its reports counted. */
export interface Day {
  /** Milliseconds since 1970. */
  readonly at: number
  /** Messages that DMARC passes. */
  readonly passed: number
  /** Failures of your own senders, your vendors’, and of what is unclear. */
  readonly yours: number
  /** Failures of what forwarders and lists carried. */
  readonly carried: number
  readonly strangers: number
}

/** A problem of a file at its place. */
export interface FileProblem {
  readonly message: string
  readonly source?: Section
  /** From 1; absent where a problem has no line. */
  readonly line?: number
  /** The line, cut to what is near, and where the marked part begins and ends in it. */
  readonly excerpt?: string
  readonly from?: number
  readonly to?: number
}

/** What became of a file, or of a report in it. */
export interface FileRow {
  /** With what it was packed in: `week.zip › mail.eml`. */
  readonly name: string
  readonly state: 'aggregate' | 'tls' | 'failure' | 'duplicate' | 'omitted' | 'unread'
  /** What it is, or why it is not counted, in a sentence. */
  readonly text: string
  readonly source?: Section
  readonly problems: readonly FileProblem[]
  readonly moreProblems: number
}

/** A policy as reporters found it. */
export interface FoundPolicy {
  readonly domain: string
  /** `p=none; sp=reject` */
  readonly text: string
  readonly reporters: readonly string[]
  /** Milliseconds since 1970. */
  readonly begin: number
  readonly end: number
  /** What reporters say is wrong with the record. */
  readonly errors: readonly string[]
}

export interface Reporter {
  readonly name: string
  readonly reports: number
  readonly messages: number
}

/** What aggregate reports say, summed up. */
export interface AggregateSum {
  readonly reports: number
  readonly messages: number
  readonly aligned: number
  readonly unaligned: number
  /** Failures in all days, as a day has them. */
  readonly failing: Pick<Day, 'yours' | 'carried' | 'strangers'>
  /** Milliseconds since 1970. */
  readonly begin: number
  readonly end: number
  /** Those with the most harm first. */
  readonly sources: readonly Source[]
  readonly moreSources: number
  readonly days: readonly Day[]
  /** Days before the first that is shown. */
  readonly moreDays: number
  readonly policies: readonly FoundPolicy[]
  readonly reporters: readonly Reporter[]
}

/** Why sessions failed, and what is to be done. */
export interface TlsCause {
  readonly type: string
  readonly meaning: string
  readonly sessions: number
  readonly hosts: readonly string[]
  readonly senders: readonly string[]
  readonly details: readonly string[]
  readonly next: NextStep
}

/** What reports about TLS say of one domain under one kind of policy. */
export interface TlsDomain {
  readonly domain: string
  readonly policy: 'tlsa' | 'sts' | 'no-policy-found' | 'unknown'
  /** Lines of the policy as senders saw it. */
  readonly lines: readonly string[]
  readonly organizations: readonly string[]
  readonly successes: number
  readonly failures: number
  readonly causes: readonly TlsCause[]
}

export interface TlsDay {
  readonly at: number
  readonly successes: number
  readonly failures: number
}

export interface TlsSum {
  readonly reports: number
  readonly successes: number
  readonly failures: number
  readonly domains: readonly TlsDomain[]
  readonly days: readonly TlsDay[]
  readonly moreDays: number
}

/** A failure report: one message, or several that failed alike. */
export interface FailureRow {
  readonly kind: string
  readonly what: string
  readonly domain: string
  readonly ip: string
  readonly when: string
  readonly from: string
  readonly done: string
  readonly incidents: number
  /** The subject of the message that failed, where it came back. */
  readonly subject: string
}

/** Everything that came of the files. */
export interface ReportsRead {
  readonly files: readonly FileRow[]
  /** Domains whose reports are there, the most messages first: what “yours” is guessed from. */
  readonly policyDomains: readonly string[]
  /** Domains that were taken as yours. */
  readonly own: readonly string[]
  /** What was made of the zone; absent without one. */
  readonly zone?: string
  readonly aggregate?: AggregateSum
  readonly tls?: TlsSum
  readonly failures: readonly FailureRow[]
}
