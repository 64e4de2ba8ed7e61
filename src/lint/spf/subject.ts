import type { Fix, Related } from '../../core/diagnostic.ts'
import type { DnsRecord } from '../../core/dns.ts'
import { toSource } from '../../core/mapped-text.ts'
import type { Finding } from '../../core/rule.ts'
import type { Span } from '../../core/span.ts'
import { recordsLike } from '../record-index.ts'
import { sourceOf } from '../record-source.ts'
import { isTextThat } from '../tag-record.ts'
import type { ProblemKind } from '../../auth/spf/problem.ts'
import type { TextRecord } from '../../auth/spf/published.ts'
import { isSpfText, type RecordProblem, type SpfRecord } from '../../auth/spf/record.ts'

/**
 * What the SPF rules look at: the record's tree, the record, and all records known beside it.
 * In examples each line is a TXT record at `example.com`, of type SPF (99) if it starts with
 * `SPF: `; `" "` parts the strings of a record.
 */
export interface SpfSubject extends SpfRecord {
  readonly published: TextRecord
  readonly all: readonly DnsRecord[]
}

/** Another place of the same record. */
export function relatedSpan({ published }: SpfSubject, span: Span, message: string): Related {
  const { file, text } = sourceOf(published)
  return { file, span: toSource(text, span), message }
}

/** TXT records at the subject's name that SPF selects (§4.5); itself among them, if it is one. */
export const spfRecordsBeside = ({ published, all }: SpfSubject): readonly TextRecord[] =>
  recordsLike(published.name, all, isSelected)

const isSelected = isTextThat(isSpfText)

/** Whether SPF selects another record at the subject's name. */
export const hasOtherSpf = (subject: SpfSubject): boolean =>
  spfRecordsBeside(subject).some((record) => record !== subject.published)

/** The terms that have a problem. */
export const brokenTerms = ({ problems }: SpfSubject): ReadonlySet<unknown> =>
  new Set(problems.map(({ term }) => term))

/** Reports problems that the parser found, each with the ways to fix it. */
export function* reportProblems(
  { problems }: SpfSubject,
  isOurs: (found: RecordProblem) => boolean,
  repair: (found: RecordProblem) => readonly Fix[] = () => [],
): Iterable<Finding> {
  for (const found of problems)
    if (isOurs(found))
      yield { span: found.span, message: `${found.message}.`, fixes: repair(found) }
}

export const isKind =
  (...kinds: readonly ProblemKind[]) =>
  ({ kind }: RecordProblem): boolean =>
    kinds.includes(kind)
