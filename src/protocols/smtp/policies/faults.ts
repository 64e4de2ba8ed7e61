import type { HostMemory } from './memory.ts'

/**
 * Something that goes wrong on purpose, so that people can watch what a client makes of it.
 * `at`: a verb in upper case, `.` for the end of the message, `` for the greeting.
 */
export type InjectedFault = {
  readonly at: string
  /** Only commands with this in their argument, without case: an address, for example. */
  readonly about?: string
  /** How often it happens to this host, over all its sessions; always by default. */
  readonly times?: number
  /** When it is fixed, in milliseconds; never by default. */
  readonly until?: number
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

/** The first fault that stands at this command, now; it has happened once more. */
export function faultAt(
  { host, memory, clock }: FaultContext,
  verb: string,
  argument: string,
): InjectedFault | undefined {
  const now = clock.now ?? 0
  return host.faults.find((fault, index) => {
    if (!standsAt(fault, verb, argument) || (fault.until !== undefined && now >= fault.until))
      return false
    if (fault.times === undefined) return true
    const key = `${host.role} ${index}`
    const before = memory.struck.get(key) ?? 0
    if (before < fault.times) memory.struck.set(key, before + 1)
    return before < fault.times
  })
}

/** What a session knows that decides about faults. */
interface FaultContext {
  readonly host: { readonly role: string; readonly faults: readonly InjectedFault[] }
  readonly memory: HostMemory
  readonly clock: { readonly now: number | undefined }
}

const standsAt = ({ at, about }: InjectedFault, verb: string, argument: string): boolean =>
  at === verb && (about === undefined || argument.toLowerCase().includes(about.toLowerCase()))
