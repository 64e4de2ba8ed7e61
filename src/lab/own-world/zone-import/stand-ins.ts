import type { HostSpec, ZoneSpec } from '../../../world/spec.ts'
import { isName } from '../rename.ts'

/** Gives out addresses of documentation (RFC 5737) that no host of a world has. */
export class FreeAddresses {
  readonly #taken: Set<string>
  #next = 0

  constructor(taken: Iterable<string>) {
    this.#taken = new Set(taken)
  }

  /** @returns Undefined when all are given out. */
  take(): string | undefined {
    for (; this.#next < 2 * 250;) {
      const at = this.#next++
      const address = `${at < 250 ? '203.0.113' : '198.51.100'}.${(at % 250) + 1}`
      if (this.#taken.has(address)) continue
      this.#taken.add(address)
      return address
    }
    return undefined
  }
}

const HEAD = `$TTL 3600
; A stand-in: what the real zone says is not known here.
@  SOA ns hostmaster 1 7200 900 1209600 300
@  NS  ns
`

/** A service outside of the pasted zone, as a zone and a host of the sandbox. */
export interface StandIn {
  readonly zone: ZoneSpec
  readonly host: HostSpec
}

/** A mail host outside of the zone: its name has an address, and it takes the zone's mail. */
export const mailHostElsewhere = (name: string, address: string): ZoneSpec => ({
  ...{ origin: name, editable: true },
  text: `${HEAD}ns A ${address}\n@  A   ${address}\n`,
})

/** A service that an SPF record includes: one address may send, and one host has it. */
export function serviceElsewhere(name: string, address: string): StandIn | undefined {
  const host = `out.${name}`
  if (!isName(host)) return undefined
  return {
    zone: {
      ...{ origin: name, editable: true },
      text: `${HEAD}ns  A ${address}\nout A ${address}\n@  TXT "v=spf1 ip4:${address} -all"\n`,
    },
    host: {
      ...{ name: host, addresses: [address] },
      about: `A stand-in for what \`${name}\` sends from.`,
      smtp: {
        ...{ personality: 'teaching', domains: [], relayFrom: [], maxSize: 10_485_760 },
        authenticates: false,
      },
    },
  }
}
