import type { Section } from '../../core/section.ts'

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

/** Whether a field is shown. */
export const isShown = ({ when }: Field, values: Values): boolean =>
  when === undefined || when.is.includes(values[when.field] ?? '')
