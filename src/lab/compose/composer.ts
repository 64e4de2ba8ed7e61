import type { DnsRecord } from '../../core/dns.ts'
import type { Section } from '../../core/section.ts'
import type { LinkedText } from '../link/link.ts'

/** Which record is written. */
export type ComposerId = 'spf' | 'dkim' | 'dmarc' | 'mta-sts' | 'bimi'

/** What is chosen, by the name of its field. A list is one entry a line; a switch is `yes` or empty. */
export type Values = Readonly<Record<string, string>>

/** A value that can be chosen, and what it does. */
export interface FieldOption {
  readonly value: string
  readonly label: string
  readonly meaning: string
}

/** One thing to choose about a record. Texts may have code between backticks. */
export interface Field {
  readonly name: string
  readonly label: string
  /** What the choice does, in a sentence or two. */
  readonly why: string
  readonly source?: Section
  readonly kind: 'text' | 'list' | 'long' | 'choice' | 'switch'
  /** Of a `choice`. */
  readonly options?: readonly FieldOption[]
  /** What stands there at first. */
  readonly initial: string
  /** An entry as it may look. */
  readonly example?: string
  /** Seldom wanted: shown when somebody asks for more. */
  readonly rare?: true
  /** Shown only while another field has one of these values. */
  readonly when?: { readonly field: string; readonly is: readonly string[] }
}

/** A sentence about what was composed, and where that is written. */
export interface Said {
  readonly text: string
  readonly source?: Section
}

/** What comes of the choices. */
export interface Composed {
  /** To be published; none while something is missing that the record needs. */
  readonly records: readonly DnsRecord[]
  /** To be put on a web server, each under its address. */
  readonly files: readonly LinkedText[]
  /** What the record comes to, in words. */
  readonly meaning: readonly Said[]
  /** What is missing, what was left out, and what to do beside publishing it. */
  readonly notes: readonly Said[]
}

/** What was read of a record, to be chosen anew. */
export interface ReadRecord {
  readonly values: Values
  /** Parts that the fields have no place for: they are left out. */
  readonly dropped: readonly string[]
}

/** How a kind of record is composed, and read back. */
export interface Composer {
  readonly id: ComposerId
  /** `SPF` */
  readonly title: string
  /** What the record is for. */
  readonly lead: string
  readonly fields: readonly Field[]
  /** Never throws, whatever the values are. @param domain In lower case, without its final dot. */
  readonly compose: (values: Values, domain: string) => Composed
  /**
   * Reads what others published. @param owner The record's name before the domain: `s1._domainkey`.
   * @returns Undefined where the text is no such record.
   */
  readonly read: (text: string, owner: string) => ReadRecord | undefined
}

/** What is chosen before anybody chose. */
export const initialValues = ({ fields }: Pick<Composer, 'fields'>): Values =>
  Object.fromEntries(fields.map(({ name, initial }) => [name, initial]))

/** Whether a field is shown. */
export const isShown = ({ when }: Field, values: Values): boolean =>
  when === undefined || when.is.includes(values[when.field] ?? '')

/** Limits of ours, far above what a record holds. */
export const composeLimits = {
  /** Entries of a list. */
  entries: 100,
  /** Characters of one value. */
  value: 8192,
  /** Characters of what is pasted to be read. */
  pasted: 65_536,
}
