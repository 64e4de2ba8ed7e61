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
