import * as v from 'valibot'
import type { Evidence, GoalStatus } from './evidence.ts'

/** A predicate over the evidence; `kind` names a file of `goals/`, the rest are its parameters. */
export type Condition = { readonly kind: string } & Readonly<Record<string, unknown>>

/** A kind of condition: what it looks at, which parameters it takes, and how it judges. */
export interface ConditionKind {
  readonly kind: string
  /** One sentence for people who write lessons. */
  readonly about: string
  /** It looks where mails of the world end that are sent anew; absent: never, conditions inside aside. */
  readonly reads?: 'journeys'
  /** The parameters beside `kind`. Conditions inside are checked by the schema handed in. */
  readonly entries: (condition: ConditionSchema) => v.ObjectEntries
  check(condition: Condition, evidence: Evidence, judge: Judge): GoalStatus
}

export type ConditionSchema = v.GenericSchema<unknown, Condition>

/** Judges a condition of any kind: for those that are made of others. */
export type Judge = (condition: Condition, evidence: Evidence) => GoalStatus

/** What the parameters are once they were checked. */
export type ParamsOf<Entries extends v.ObjectEntries> = v.InferOutput<
  v.StrictObjectSchema<Entries, undefined>
>

interface TypedKind<Entries extends v.ObjectEntries, Reads extends 'journeys' | undefined> {
  readonly kind: string
  readonly about: string
  readonly reads?: Reads
  readonly entries: (condition: ConditionSchema) => Entries
  /** An unmet status gives its reason in a sentence, with the counterexample. */
  check(params: ParamsOf<Entries>, evidence: Seen<Reads>, judge: Inside<Reads>): GoalStatus
}

/** What a kind sees: journeys where it says that it reads them. */
type Seen<Reads> = Reads extends 'journeys' ? Evidence : Omit<Evidence, 'journeys'>

type Inside<Reads> = (condition: Condition, evidence: Seen<Reads>) => GoalStatus

/** Ties a kind's parameters to its check. They were checked when the lesson was read. */
export const defineCondition = <
  const Entries extends v.ObjectEntries,
  const Reads extends 'journeys' | undefined = undefined,
>(
  definition: TypedKind<Entries, Reads>,
): ConditionKind => ({
  ...(definition as Omit<ConditionKind, 'check'>),
  check: (condition, evidence, judge) =>
    definition.check(
      condition as ParamsOf<Entries>,
      evidence as Seen<Reads>,
      judge as Inside<Reads>,
    ),
})

/** The whole condition: its kind and parameters, and no other key. */
export const schemaOf = (definition: ConditionKind, condition: ConditionSchema) =>
  v.strictObject({ kind: v.literal(definition.kind), ...definition.entries(condition) })
