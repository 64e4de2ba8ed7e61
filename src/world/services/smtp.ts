import { acceptMessage } from '../inbound.ts'
import type { SmtpServiceSpec } from '../spec.ts'
import { publicBackingOf } from './backing.ts'
import { greylistingOf } from './policies.ts'
import { runSmtp, smtpServer } from './run-smtp.ts'
import type { OpenService, Service } from './service.ts'

/** Mail exchange between servers, on port 25 (RFC 5321 §4.5.4.2). */
export const smtp: Service = {
  name: 'smtp',
  port: 25,
  transport: 'plain',
  offeredBy: (host) => host.smtp && open(host.smtp),
}

const open =
  (service: SmtpServiceSpec): OpenService =>
  (net, served) => {
    const { host, connection } = served
    const server = {
      ...smtpServer(net, served, service),
      relayFrom: service.relayFrom,
      bareLf: service.bareLf ?? 'strict',
      tls: service.tls ?? 'none',
      queuesFor: service.queuesFor ?? [],
      ...greylistingOf(service.greylisting),
      backing: publicBackingOf(net, served),
    }
    return runSmtp(net, served, server, (delivery) =>
      acceptMessage(net, { host, service, connection, replies: 'once' }, delivery),
    )
  }
