import type { Severity, TextEdit } from '../../core/diagnostic.ts'
import type { Section } from '../../core/section.ts'
import type { Place } from '../../core/span.ts'
import type { LinkedCheck, LinkedText } from '../link/link.ts'

/** What is to be checked: what was pasted, and who would send. */
export interface CheckAsked extends Pick<LinkedCheck, 'texts' | 'sender'> {
  /** Milliseconds since 1970: signatures may have an end. */
  readonly now: number
}

/** What a text was taken for. */
export type TextKind = 'zone' | 'record' | 'message' | 'unknown'

/** What came of a text. */
export interface CheckedText {
  readonly kind: TextKind
  /** What was recognized: a zone's name, a record's kind, a message's author. Backticks mark code. */
  readonly about: string
  /** For an unknown text a sentence why; for one that was read with a guess, which. */
  readonly note?: string
  /** A zone or a record: the name it was read under. */
  readonly name?: string
  /** What edits are made against, where it is not the text as it was given. */
  readonly base?: string
  /** Its places are lines of a zone file that was made of it: it has no such lines itself. */
  readonly isMade?: true
  /** Empty but for zones. */
  readonly cells: readonly Cell[]
  /** Empty but for messages. */
  readonly verdicts: readonly CheckVerdict[]
}

export type CellTone = 'good' | 'warn' | 'bad' | 'open'

/** One of the four: who takes mail, SPF, DKIM, DMARC. */
export interface Cell {
  readonly what: 'mx' | 'spf' | 'dkim' | 'dmarc'
  readonly tone: CellTone
  /** A few words. */
  readonly value: string
  readonly note: string
  /** Of SPF: the terms that cost a lookup, in the order in which a receiver asks. Backticks mark code. */
  readonly lookups: readonly string[]
}

export interface CheckVerdict {
  readonly method: 'spf' | 'dkim' | 'dmarc' | 'arc'
  /** In the words of the method; `unknown` where something is missing that was not pasted. */
  readonly result: string
  /** One sentence. Backticks mark code. */
  readonly reason: string
}

/** A record that would answer, and was not pasted. */
export interface Missing {
  readonly name: string
  readonly type: string
}

/** Something to fix, or to ask. */
export interface CheckFinding {
  /** Which text it stands in. */
  readonly text: number
  readonly severity: Severity | 'question'
  /** A rule of the catalogue; absent for verdicts and questions. */
  readonly code?: string
  readonly place?: MarkedPlace
  readonly message: string
  readonly why?: string
  readonly source?: Section
  readonly fixes: readonly CheckFix[]
  readonly missing?: Missing
}

/** The line that a finding stands in, in three parts; long ones are clipped around the middle one. */
export interface MarkedPlace {
  readonly line: number
  readonly before: string
  readonly marked: string
  readonly after: string
}

export interface CheckFix {
  readonly title: string
  readonly changes: readonly CheckChange[]
}

/** What a fix does to one text. */
export interface CheckChange {
  readonly text: number
  /** Against the text as it was checked: of a message, with its lines ending in CRLF. */
  readonly edits: readonly TextEdit[]
  /** The first line that changes, from 1. */
  readonly line: number
  readonly removed: readonly string[]
  readonly added: readonly string[]
}

/** Whether an address may send for a domain. */
export interface SenderVerdict {
  readonly ip: string
  readonly mailFrom: string
  /** An SPF result, or `unknown`, or `unread` where the question itself cannot be read. */
  readonly result: string
  readonly reason: string
  /** The term that decided, and whose it is. */
  readonly term?: {
    readonly text: string
    readonly domain: string
    /** Where it stands; its file is the number of a text. */
    readonly place?: Place
  }
  readonly lookups: number
  readonly missing: readonly Missing[]
}

/** What changed between two copies of a message. */
export interface CopyChange {
  readonly where: 'body' | 'header'
  readonly field?: string
  /** Counted from 1, in the canonical body or field. */
  readonly octet: number
  readonly text: string
  readonly who: string
  readonly remedy: string
  readonly sent: MarkedPlace
  readonly arrived: MarkedPlace
  /** The octets from the first difference on, in hexadecimal; few of them. */
  readonly sentOctets: string
  readonly arrivedOctets: string
  /** Whether a signature of the message breaks of it; `relaxed` sees less. */
  readonly breaks: 'simple' | 'both'
}

export interface Comparison {
  readonly sent: number
  readonly arrived: number
  readonly changes: readonly CopyChange[]
  /** What each signature of the message that arrived says to it. */
  readonly signatures: readonly {
    readonly domain: string
    readonly selector: string
    readonly isWhole: boolean
  }[]
  /** Names of fields that were added, and that no signature covers. */
  readonly added: readonly string[]
}

/** All that came of a check. */
export interface Checked {
  /** In the order of what was asked. */
  readonly texts: readonly CheckedText[]
  /** In order of harm. */
  readonly findings: readonly CheckFinding[]
  /** Findings beyond the limit, which are not in the list. */
  readonly more: number
  readonly sender?: SenderVerdict
  readonly comparison?: Comparison
}

export type { LinkedCheck, LinkedText }
