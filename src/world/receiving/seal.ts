import { sealArc } from '../../auth/arc/seal-message.ts'
import type { ChainStatus } from '../../auth/arc/verdict.ts'
import { runAsync } from '../../core/effects.ts'
import { isSameDomain } from '../../core/idna.ts'
import { answersOn, type Internet } from '../internet.ts'
import { keysInUse } from '../keys-in-use.ts'
import type { HostSpec } from '../spec.ts'

/** What a host states about a message that it passes on. */
export interface Statement {
  /** Value of its Authentication-Results field. */
  readonly results: string
  /** Of the ARC Sets that the message came with. */
  readonly chainStatus: ChainStatus
}

/**
 * Seals a message after all changes to it (RFC 8617 §5.1), with the host's key for a domain, or its first.
 * @returns `undefined` where it cannot: no key, or a chain that has ended.
 */
export async function seal(
  net: Internet,
  host: HostSpec,
  domain: string,
  message: Uint8Array,
  { results, chainStatus }: Statement,
): Promise<Uint8Array | undefined> {
  const keys = keysInUse(host)
  const key = keys.find((one) => isSameDomain(one.domain, domain)) ?? keys[0]
  if (!key) return undefined
  // Behind the host's own name.
  const found = results.slice(results.indexOf('; ') + 2)
  const sealed = await runAsync(
    sealArc(message, {
      ...{ ...key, chainStatus, authservId: host.name, now: net.clock.now() },
      authenticationResults: chainStatus === 'none' ? `${found}; arc=none` : found,
    }),
    answersOn(net, host.name),
  )
  return sealed.ok ? sealed.bytes : undefined
}
