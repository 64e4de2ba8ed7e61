import { askedName } from '../core/idna.ts'
import { formatIp, parseIp } from '../core/ip.ts'
import type { HostSpec } from './spec.ts'

/** Finds the hosts of a world by name and by address. */
export class HostIndex {
  readonly #byName: Map<string, HostSpec>
  readonly #byAddress: Map<string, HostSpec>

  /** Names of hosts that do not answer. */
  readonly #down: Set<string>

  /** @param like The same hosts are down as there. */
  constructor(hosts: readonly HostSpec[], like?: HostIndex) {
    this.#down = new Set(like ? like.#down : [])
    this.#byName = new Map(hosts.map((host) => [askedName(host.name), host]))
    this.#byAddress = new Map(
      hosts.flatMap((host) => host.addresses.map((address) => [canonical(address), host] as const)),
    )
  }

  /** A host works by another spec, with the same name and addresses. */
  replace(known: HostSpec, now: HostSpec): void {
    for (const index of [this.#byName, this.#byAddress])
      for (const [key, host] of index) if (host === known) index.set(key, now)
  }

  isUp({ name }: HostSpec): boolean {
    return !this.#down.has(name)
  }

  /** @returns Whether that changed anything. */
  setUp(host: HostSpec, isUp: boolean): boolean {
    if (this.isUp(host) === isUp) return false
    if (isUp) this.#down.delete(host.name)
    else this.#down.add(host.name)
    return true
  }

  named(name: string): HostSpec | undefined {
    // Nearly always it is written as it is known.
    return this.#byName.get(name) ?? this.#byName.get(askedName(name))
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
