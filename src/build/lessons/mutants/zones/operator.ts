import type { Span } from '../../../../core/span.ts'
import type { WorldSpec } from '../../../../world/spec.ts'
import type { Cause } from '../causes.ts'
import type { Dice } from '../dice.ts'
import type { SolvedRecord } from './record.ts'

/** One place of a zone's text written otherwise. */
export interface ZoneMistake {
  readonly cause: Cause
  readonly span: Span
  readonly put: string
}

/** Makes mistakes of one kind in a record. */
export type ZoneOperator = (
  record: SolvedRecord,
  around: { readonly world: WorldSpec; readonly dice: Dice },
) => Iterable<ZoneMistake>
