import { networkInterfaces } from 'node:os'
import { asHost } from '../http/who-asks.ts'

/** An address of this machine. */
export interface OwnAddress {
  readonly address: string
  readonly internal: boolean
}

/** Every address of this machine, those of IPv4 first: they are the shorter ones to type. */
export const ownAddresses = (): readonly OwnAddress[] =>
  Object.values(networkInterfaces())
    .flatMap((ones) => ones ?? [])
    // An address of one link alone leads nowhere without the name of the interface.
    .filter(({ address }) => !/^fe80:/i.test(address))
    .toSorted((a, b) => a.family.localeCompare(b.family))

/** Stands for every address of the machine. */
const isAny = (host: string): boolean => ['0.0.0.0', '::'].includes(host)

/**
 * Where others reach a server of this machine, the best one first, as URLs have it: a name that was given,
 * the addresses that it listens on, and of all of them those that others can reach.
 */
export function hostsFor(
  listen: readonly string[],
  names: readonly string[],
  own: readonly OwnAddress[],
): readonly string[] {
  const outer = own.filter(({ internal }) => !internal).map(({ address }) => address)
  const inner = own.filter(({ internal }) => internal).map(({ address }) => address)
  const reached = listen.flatMap((host) => {
    if (!isAny(host)) return [host]
    const ofKind = (address: string) => host === '::' || !address.includes(':')
    const found = outer.filter(ofKind)
    return found.length > 0 ? found : inner.filter(ofKind)
  })
  return [...new Set([...names, ...reached.map(asHost)])]
}
