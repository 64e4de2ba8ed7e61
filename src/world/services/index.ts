import type { HostSpec } from '../spec.ts'
import { imap, imaps } from './imap.ts'
import { lmtp } from './lmtp.ts'
import { pop3, pop3s } from './pop3.ts'
import type { Service } from './service.ts'
import { smtp } from './smtp.ts'
import { submission, submissions } from './submission.ts'

/** Everything that a host may offer, by port. */
export const services: readonly Service[] = [
  lmtp,
  smtp,
  pop3,
  imap,
  submissions,
  submission,
  imaps,
  pop3s,
]

/** What listens on a host, in the order of the ports. */
export const servicesOf = (host: HostSpec): Service[] =>
  services.filter((service) => service.offeredBy(host) !== undefined)
