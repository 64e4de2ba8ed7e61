import { acceptMessage } from '../inbound.ts'
import { completeMessage } from '../write-mail.ts'
import { tenantOf } from '../sending/bounce-path.ts'
import { handIn } from '../sending/hand-in.ts'
import { tenantBackingOf } from '../sending/tenant-backing.ts'
import type { SubmissionSpec } from '../spec.ts'
import { accountsOf } from './accounts.ts'
import { runSmtp, smtpServer } from './run-smtp.ts'
import type { OpenService, Service } from './service.ts'

/** Mail of its own users, for anywhere, once they have logged in (RFC 6409). */
export const submission: Service = {
  name: 'submission',
  port: 587,
  transport: 'plain',
  offeredBy: (host) => host.submission && open(host.submission),
}

/** The same with TLS from the first octet (RFC 8314 §3.3). */
export const submissions: Service = {
  ...submission,
  name: 'submissions',
  port: 465,
  transport: 'implicit',
}

const open =
  (spec: SubmissionSpec): OpenService =>
  (net, served) => {
    const { host, connection } = served
    const { tenants = [] } = spec
    const server = {
      ...smtpServer(net, served, spec),
      role: 'submission' as const,
      tls: 'offered' as const,
      ...(spec.plaintextLogin === 'allowed' && { authBeforeTls: 'taken' as const }),
      accounts: [
        ...accountsOf(net.spec, spec.domains),
        ...tenants.map(({ login, password }) => ({ login, password })),
      ],
      ...(tenants.length > 0 && {
        senders: 'any' as const,
        backing: tenantBackingOf(net, served, spec),
      }),
    }
    const service = { domains: spec.domains, authenticates: false }
    const receiver = { host, service, connection, replies: 'once' } as const
    return runSmtp(net, served, server, async (delivery) => {
      const message = await completeMessage(net, host, delivery.message)
      const tenant = tenantOf(tenants, delivery.envelope.user)
      return tenant
        ? handIn(net, receiver, tenant, { ...delivery, message })
        : acceptMessage(net, receiver, { ...delivery, message })
    })
  }
