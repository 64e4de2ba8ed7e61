/** A way from one state of a session to another: an arrow of its diagram. */
export interface Transition<Phase extends string> {
  readonly from: Phase
  /** The verb that leads there; empty where the session goes on by itself. */
  readonly by: string
  /** `no`: it is the refusal that leads there. */
  readonly on: 'yes' | 'no'
  readonly to: Phase | 'closed'
}

/** A way that opens where a verb is answered with success. */
export const way = <Phase extends string>(
  from: Phase,
  by: string,
  to: Phase | 'closed',
): Transition<Phase> => ({ from, by, on: 'yes', to })
