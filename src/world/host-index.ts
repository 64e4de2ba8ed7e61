import { askedName } from '../core/idna.ts'
import { formatIp, parseIp } from '../core/ip.ts'
import type { HostSpec } from './spec.ts'

/** Finds the hosts of a world by name and by address. */
export class HostIndex {
  readonly #byName: ReadonlyMap<string, HostSpec>
  readonly #byAddress: ReadonlyMap<string, HostSpec>

  constructor(hosts: readonly HostSpec[]) {
    this.#byName = new Map(hosts.map((host) => [askedName(host.name), host]))
    this.#byAddress = new Map(
      hosts.flatMap((host) => host.addresses.map((address) => [canonical(address), host] as const)),
    )
  }

  /** Hosts that do not answer. */
  readonly #down = new Set<HostSpec>()

  isUp(host: HostSpec): boolean {
    return !this.#down.has(host)
  }

  /** @returns Whether that changed anything. */
  setUp(host: HostSpec, isUp: boolean): boolean {
    if (this.isUp(host) === isUp) return false
    if (isUp) this.#down.delete(host)
    else this.#down.add(host)
    return true
  }

  named(name: string): HostSpec | undefined {
    return this.#byName.get(askedName(name))
  }

  /** @param address In any spelling. */
  at(address: string): HostSpec | undefined {
    return this.#byAddress.get(canonical(address))
  }
}

function canonical(address: string): string {
  const octets = parseIp(address)
  return octets ? formatIp(octets) : address
}
