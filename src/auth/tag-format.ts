import type { Section } from '../core/section.ts'
import { parseTagList, tagNamed, type TagList } from './tag-list.ts'

/**
 * A record or field that is written as a list of tags, described once: the parser, the shared lint
 * rules and the editor read it. In all of them names are case-sensitive and lowercase, unknown tags
 * are ignored, and semicolons separate the tags (RFC 6376 §3.2).
 */
export interface TagFormat {
  /** `DMARC`, as in “several DMARC records”. */
  readonly name: string
  /** With its article: `a DMARC record`. */
  readonly noun: string
  /** One sentence about the whole, for learners. */
  readonly meaning: string
  /** Who acts on it. */
  readonly readers: 'receivers' | 'senders' | 'verifiers'
  /** The section of the grammar. */
  readonly source: Section
  readonly version: VersionTag
  /** In the order in which they are usually written. */
  readonly tags: Readonly<Record<string, TagDescription>>
  /**
   * What a second tag of a name does: makes the whole void, counts for nothing, or counts too.
   */
  readonly duplicates: 'void' | 'first-counts' | 'each-counts'
  /** Whether white space may stand beside a `=`. */
  readonly spaceBesideEquals: boolean
  /** Names that the grammar allows beyond letters, digits and `_` (RFC 6376 §3.2). */
  readonly extensionName?: RegExp
  /** A right one, as short as it is useful. */
  readonly example: string
}

/** The format of a TXT record. */
export interface RecordFormat extends TagFormat {
  readonly owner: OwnerPattern
}

/** The tag `v`, which stands first. */
export interface VersionTag {
  /** Compared exactly: `DMARC1`. */
  readonly value: string
  /** What the value of any version begins with, in any case: `DMARC`. */
  readonly stem: string
  /** Whether the whole counts for nothing without it. */
  readonly required: boolean
  /**
   * How it must begin: as the first tag; as the first tag with no white space before it; or
   * exactly as `v=STSv1;`, with no white space and with the semicolon.
   */
  readonly begins: 'tag' | 'flush' | 'literal'
}

export interface TagDescription {
  /** One sentence. Backticks mark code. */
  readonly meaning: string
  /** `p=none|quarantine|reject` */
  readonly syntax: string
  /** The values that are defined; absent where the value is free. */
  readonly values?: readonly TagValue[]
  /** What stands between several values. */
  readonly separator?: ':' | ',' | '/'
  /** How each value begins that is an address: `mailto:`. */
  readonly scheme?: string
  /** What holds without the tag; absent where nothing does. */
  readonly default?: string
  /** Whether the whole counts for nothing without it. */
  readonly required?: true
  readonly source: Section
  /** Removed from the standard: explained, never offered. */
  readonly historic?: true
}

export interface TagValue {
  readonly value: string
  readonly meaning: string
}

/** Where a record is looked for. */
export interface OwnerPattern {
  /** The labels before the domain: `_smtp._tls`. */
  readonly labels: string
  /** Labels that a selector stands before; this one is usual where nothing else names one. */
  readonly selector?: string
  /** Whether the first label of a wrong name is likely to be the selector. */
  readonly firstLabelSelects?: true
  /** A label whose records stand at further names: `_report` (RFC 9990 §4). */
  readonly alsoBelow?: string
  /** What is written at the start of a name in place of `labels`. */
  readonly slips?: RegExp
  /** At this name, what in a text shows that it tries to be such a record. */
  readonly attempt: RegExp
  /** Whether the name may hold one TXT record of any kind, as readers take whichever they get. */
  readonly holdsOneText?: true
}

/** The description of a tag, by its exact name. */
export const describedTag = (
  { tags }: Pick<TagFormat, 'tags'>,
  name: string,
): TagDescription | undefined => (Object.hasOwn(tags, name) ? tags[name] : undefined)

/** Tags without which the whole counts for nothing. */
export const requiredTags = ({ tags }: Pick<TagFormat, 'tags'>): string[] =>
  Object.keys(tags).filter((name) => tags[name]!.required)

/** Whether readers accept the list as one of the format: its version stands first and is right. */
export function startsAs({ version }: Pick<TagFormat, 'version'>, list: TagList): boolean {
  const { value, begins, required } = version
  if (begins === 'literal') return list.text.startsWith(`v=${value};`, list.span.from)
  const found = tagNamed(list, 'v')
  if (!found) return !required
  const isFlush = begins === 'tag' || found.span.from === list.span.from
  return found === list.tags[0] && isFlush && found.value === value
}

/** The same of a text that is not read yet. */
export const isTextOf = (format: Pick<TagFormat, 'version'>, text: string): boolean =>
  startsAs(format, parseTagList(text))
