import type { Rule } from '../../core/rule.ts'
import type { TagSubject } from '../tag-record.ts'
import type { StsPolicy } from '../../auth/mta-sts/policy.ts'
import type { StsRecord } from '../../auth/mta-sts/record.ts'

/** What a rule for `_mta-sts` records looks at. */
export type StsSubject = TagSubject<StsRecord>

export type StsRule = Rule<StsSubject>

/**
 * What a rule for policy files looks at. In examples, lines that begin with `> ` give what is known
 * beside the file: `> MX host`, `> Content-Type: type`, `> id now`, `> before id`, with the lines of
 * the former file behind it, parted by `|`.
 */
export interface PolicySubject {
  readonly policy: StsPolicy
  /** Whose policy it is. */
  readonly domain: string
  /** The names of the domain's mail hosts; empty where they are not known. */
  readonly hosts: readonly string[]
  /** As the web server states it; absent where that is not known. */
  readonly contentType?: string
  /** The `id` that the record has now. */
  readonly id?: string
  /** The policy as it was published before, and the `id` the record had then. */
  readonly before?: { readonly id: string; readonly text: string }
}

export type PolicyRule = Rule<PolicySubject>
