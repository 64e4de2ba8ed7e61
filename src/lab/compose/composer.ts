import type { DnsRecord } from '../../core/dns.ts'
import type { Section } from '../../core/section.ts'
import type { LinkedText } from '../link/link.ts'
import type { Field, Values } from './field.ts'

export { composeLimits } from './limits.ts'
export type { Field, FieldOption, Values } from './field.ts'

/** Which record is written. */
export type ComposerId = 'spf' | 'dkim' | 'dmarc' | 'mta-sts' | 'bimi'

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
