import { mailboxServers } from './mailbox-servers.ts'
import type { Service } from './service.ts'

/** Mail stays on the server, and many clients look at it (RFC 9051). */
export const imap: Service = {
  name: 'imap',
  port: 143,
  transport: 'plain',
  followsMail: true,
  offeredBy: ({ imap: access }) =>
    access && ((net, at) => mailboxServers.use(({ openImap }) => openImap(access, net, at))),
}

/** The same with TLS from the first octet (RFC 8314 §3.2). */
export const imaps: Service = { ...imap, name: 'imaps', port: 993, transport: 'implicit' }
