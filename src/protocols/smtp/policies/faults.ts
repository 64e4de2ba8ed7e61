/**
 * Something that goes wrong on purpose, so that people can watch what a client makes of it.
 * `at`: a verb in upper case, `.` for the end of the message, `` for the greeting.
 */
export type HostFault = {
  readonly at: string
  /** Only commands with this in their argument, without case: an address, for example. */
  readonly about?: string
} & (
  | /** 421, and the line is closed (RFC 5321 §3.8). */
    { readonly kind: 'closing' } /** The answer takes its time. */
  | { readonly kind: 'slow'; readonly milliseconds: number } /** No answer: the line goes dead. */
  | { readonly kind: 'drop' } /** An answer of its own. */
  | {
      readonly kind: 'refuse'
      readonly code: number
      readonly enhanced: string
      readonly text: string
    }
)

/** The first fault that stands at this command. */
export const faultAt = (
  faults: readonly HostFault[],
  verb: string,
  argument: string,
): HostFault | undefined =>
  faults.length === 0
    ? undefined
    : faults.find(
        ({ at, about }) =>
          at === verb &&
          (about === undefined || argument.toLowerCase().includes(about.toLowerCase())),
      )
