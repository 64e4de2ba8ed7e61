import { acceptMessage } from '../inbound.ts'
import type { LmtpSpec } from '../spec.ts'
import { runSmtp, smtpServer } from './run-smtp.ts'
import type { OpenService, Service } from './service.ts'

/** The last hop into mailboxes, with an answer for each recipient (RFC 2033). */
export const lmtp: Service = {
  name: 'lmtp',
  port: 24,
  transport: 'plain',
  offeredBy: (host) => host.lmtp && open(host.lmtp),
}

const open =
  (spec: LmtpSpec): OpenService =>
  (net, served) => {
    const { host, connection } = served
    const server = { ...smtpServer(net, served, spec), role: 'lmtp' as const }
    const service = { domains: spec.domains, authenticates: false }
    const receiver = { host, service, connection, replies: 'each' } as const
    return runSmtp(net, served, server, (delivery) => acceptMessage(net, receiver, delivery))
  }
