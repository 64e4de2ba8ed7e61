import type { HostSpec } from '../spec.ts'
import type { Service } from './service.ts'
import { smtp } from './smtp.ts'

/** Everything that a host may offer, by port. */
export const services: readonly Service[] = [smtp]

/** What listens on a host, in the order of the ports. */
export const servicesOf = (host: HostSpec): Service[] =>
  services.filter((service) => service.offeredBy(host) !== undefined)
