import type { RecordData } from '../core/dns.ts'
import type { Section } from '../core/section.ts'
import type { FieldReader } from './fields/reader.ts'
import type { WireReader } from './fields/wire.ts'

/** All that is known of a record type. One file a type, in `records/`. */
export interface RecordFormat<Data extends RecordData = RecordData> {
  readonly type: Data['type']
  /** Its number on the wire (RFC 6895 §3.1). */
  readonly number: number
  readonly source: Section
  /** Its fields as a person writes them: `MX <preference> <host>`. */
  readonly syntax: string
  /** What it is good for where mail is run. Backticks mark code. */
  readonly meaning: string
  /** Its fields in order; one of the kind `text` stands for all that follow. */
  readonly fields: readonly FieldFormat[]
  /** Reads its fields from a zone. @returns `undefined` once a problem was noted. */
  parse(fields: FieldReader): Data | undefined
  /** Its fields as a zone writes them; names with their final dot. */
  print(data: Data): readonly string[]
  /** Reads its data from octets that a zone gave as `\#` (RFC 3597 §5); else they are kept. */
  fromWire?(wire: WireReader): Data | undefined
}

export interface FieldFormat {
  readonly kind: FieldKind
  /** What it means, where its kind does not show that. */
  readonly meaning?: string
}

export type FieldKind = 'address' | 'duration' | 'name' | 'number' | 'other' | 'string' | 'text'

export const defineRecordType = <Data extends RecordData>(
  format: RecordFormat<Data>,
): RecordFormat<Data> => format

/** A canonical name as a zone writes it: with its final dot. */
export const absolute = (name: string): string => `${name}.`
