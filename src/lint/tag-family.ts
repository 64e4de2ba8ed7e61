import type { Finding, RuleFacts } from '../core/rule.ts'
import type { RecordFormat, TagFormat } from '../auth/tag-format.ts'
import type { TagList, TagProblem } from '../auth/tag-list.ts'
import type { TagSubject } from './tag-record.ts'

/**
 * A family of rules over one format. The rules that all formats share follow from the format; a family
 * adds its own words and examples for them, and the rules that no other has.
 */
export interface TagFamily<Subject, Format extends TagFormat = TagFormat> {
  /** What its codes begin with: `dmarc`. */
  readonly code: string
  readonly format: Format
  readonly listOf: (subject: Subject) => TagList
  /** Which shared rules it has, and the texts in place of their own; all by default. */
  readonly rules?: Readonly<Partial<Record<TagRuleName, Partial<SharedRuleFacts>>>>
  /** What is reported of a problem in other words; `undefined` where the shared words fit. */
  readonly ownProblem?: (list: TagList, problem: TagProblem) => readonly Finding[] | undefined
  /** Whether another rule of the family reports that version. */
  readonly isOtherVersion?: (value: string) => boolean
  /** Set where a signature covers the list: removing a tag that does no harm would break it. */
  readonly isSigned?: true
}

/** A family over TXT records. */
export type RecordTagFamily<Subject extends TagSubject<TagList> = TagSubject<TagList>> = TagFamily<
  Subject,
  RecordFormat
>

/** The own texts of a shared rule. */
export type SharedRuleFacts = Omit<RuleFacts, 'code'>

export type TagRuleName = ListRuleName | RecordRuleName

export type ListRuleName =
  | 'duplicate-tag'
  | 'tag-case'
  | 'tag-syntax'
  | 'unknown-tag'
  | 'version'
  | 'version-first'
  | 'version-missing'
  | 'version-value'

export type RecordRuleName = 'doubled-origin' | 'several-records' | 'wrong-owner'

/** A rule that every format can have. */
export interface ListRule {
  readonly name: ListRuleName
  /** By default, for a format that sets nothing else. */
  facts(format: TagFormat): SharedRuleFacts
  check(list: TagList, family: Omit<TagFamily<never>, 'listOf'>): Iterable<Finding>
}

/** A rule that every format of records can have. */
export interface RecordRule {
  readonly name: RecordRuleName
  facts(format: RecordFormat): SharedRuleFacts
  /** Made once a format, as what it remembers of many records is kept by its functions. */
  checkOf(format: RecordFormat): (subject: TagSubject<TagList>) => Iterable<Finding>
}

/** One rule takes the place of three where no reader goes on without the right version. */
const BY_DEFAULT: readonly TagRuleName[] = [
  ...(['duplicate-tag', 'tag-case', 'tag-syntax', 'unknown-tag', 'version'] as const),
  ...(['doubled-origin', 'several-records', 'wrong-owner'] as const),
]

/** Whether the family has the shared rule. */
export const hasRule = ({ rules }: Pick<TagFamily<never>, 'rules'>, name: TagRuleName): boolean =>
  rules ? Object.hasOwn(rules, name) : BY_DEFAULT.includes(name)
