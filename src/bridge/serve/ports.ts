import { servicesOf } from '../../world/services/index.ts'
import type { HostSpec } from '../../world/spec.ts'
import type { Route } from '../net/relay.ts'

/** One port of a simulated host that is to be had on this machine. */
export interface PlannedPort {
  /** As the port registry names it. */
  readonly service: string
  readonly route: Route
}

/** Ports that need no privileges, each near the one it stands for. */
export const DEFAULT_PORTS: Readonly<Record<string, number>> = {
  http: 4173,
  dns: 5300,
  smtp: 2525,
  submission: 2587,
  submissions: 2465,
  lmtp: 2424,
  imap: 2143,
  imaps: 2993,
  pop3: 2110,
  pop3s: 2995,
}

/** The names that a port may be chosen for, for a person. */
export const SERVICES = ['all', ...Object.keys(DEFAULT_PORTS)].join(', ')

/**
 * Reads `smtp=2525`, or `all=0` for every service.
 * @returns First ports to try, by service; `undefined` where it is not understood.
 */
export function parsePort(word: string): Readonly<Record<string, number>> | undefined {
  const [, service = '', number] = /^([a-z0-9]+)=(\d{1,5})$/.exec(word) ?? []
  const port = Number(number)
  const names = service === 'all' ? Object.keys(DEFAULT_PORTS) : [service]
  const isKnown = names.every((name) => Object.hasOwn(DEFAULT_PORTS, name))
  if (number === undefined || port > 65_535 || !isKnown) return undefined
  return Object.fromEntries(names.map((name) => [name, port]))
}

/**
 * What to open: each service of each host, in the hosts' order, so that the first host that offers
 * a service has its usual port.
 */
export const planPorts = (hosts: readonly HostSpec[]): PlannedPort[] =>
  hosts.flatMap((host) =>
    servicesOf(host).map(({ name, port, transport }) => ({
      service: name,
      route: { host: host.name, address: host.addresses[0]!, port, transport },
    })),
  )
