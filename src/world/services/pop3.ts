import { mailboxServers } from './mailbox-servers.ts'
import type { Service } from './service.ts'

/**
 * Mail is fetched, and then as a rule gone from the server (RFC 1939). A maildrop does not change
 * while a session has it (§4), so that no session follows what happens to mail.
 */
export const pop3: Service = {
  name: 'pop3',
  port: 110,
  transport: 'plain',
  offeredBy: ({ pop3: access }) =>
    access && ((net, at) => mailboxServers.use(({ openPop3 }) => openPop3(access, net, at))),
}

/** The same with TLS from the first octet (RFC 8314 §3.1). */
export const pop3s: Service = { ...pop3, name: 'pop3s', port: 995, transport: 'implicit' }
