import type { Step } from '../../core/trace.ts'

/** Where mail for a domain goes, and why. */
export interface MxVerdict {
  /**
   * `hosts`: its MX records name them. `implicit`: it has none, so it is its own host (RFC 5321
   * §5.1). `null-mx`: it takes no mail (RFC 7505). `none`: no host can be reached. `temperror`: DNS
   * did not answer; try again later.
   */
  readonly result: 'hosts' | 'implicit' | 'null-mx' | 'none' | 'temperror'
  /**
   * In order of preference, the lowest first; equal ones as DNS gave them (a sender shuffles those,
   * §5.1). Hosts without an address stay in the list.
   */
  readonly hosts: readonly MailHost[]
  /** One sentence. Backticks mark code. */
  readonly reason: string
  readonly trace: Step
}

/** What a sender makes of an MX record that names an alias (CNAME). */
export type MxAliases = 'followed' | 'refused'

export interface MailHost {
  readonly name: string
  readonly preference: number
  /** IPv4 first, then IPv6, as DNS gave them. */
  readonly addresses: readonly string[]
}
