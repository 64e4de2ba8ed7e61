/**
 * Looks at a session and at what is asked of it; returns the refusal, or `undefined` where it may go
 * on.
 */
export type Precondition<Session, Asked, Refusal> = (
  session: Session,
  asked: Asked,
) => Refusal | undefined

/** The first of the preconditions that is not met decides. */
export function firstRefusal<Session, Asked, Refusal>(
  preconditions: readonly Precondition<Session, Asked, Refusal>[],
  session: Session,
  asked: Asked,
): Refusal | undefined {
  for (const precondition of preconditions) {
    const refusal = precondition(session, asked)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

/** A command that is allowed in some phases only, with a reason for each of the others. */
export interface Ordered<Phase extends string, OutOfOrder extends string> {
  readonly allowedIn: readonly Phase[]
  readonly outOfOrder: Readonly<Partial<Record<Phase, OutOfOrder>>>
}

/** Whether a command is allowed in a phase, or why it comes at the wrong time. */
export const permissionIn = <Phase extends string, OutOfOrder extends string>(
  { allowedIn, outOfOrder }: Ordered<Phase, OutOfOrder>,
  phase: Phase,
): 'allowed' | OutOfOrder => (allowedIn.includes(phase) ? 'allowed' : outOfOrder[phase]!)
