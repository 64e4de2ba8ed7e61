import type { RfcSection } from '../../core/section.ts'
import type { Place } from '../../core/span.ts'

/** What a decision of a host rests on. */
export interface Basis {
  /** The setting that it follows, as a path in the host’s spec, or in the world’s: `smtp.filters`, `plan`. */
  readonly setting: string
  /** The same as a line of the host’s settings, where one line says it: `spf_fail = refuse`. */
  readonly line?: string
  /** The section that it follows; absent where it is the host’s own. */
  readonly source?: RfcSection
  /** The record that it rests on: its zone file, and its span there. */
  readonly place?: Place
}

/** The end of a sentence about a decision: the line of the settings that it follows. */
export const bySetting = (line: string | undefined): string =>
  line === undefined ? '' : ` Its setting: \`${line}\`.`
