/** The connections of the page Live, and what came of them. */
export const words = {
  title: 'Connections',
  inOrder: 'Connections, the newest first',
  follow: 'Follow the newest',
  openCount: (open: number) => `${open} open`,
  newestOf: (shown: number, all: number, open: number) =>
    `the newest ${shown} of ${all}, ${open} open`,
  tls: ', TLS',
  /** The connection that caused it. */
  cause: (connection: number) => `for ${connection}`,
  open: 'open',
  connected: 'connected',
  rejected: (code: number) => `rejected: ${code}`,
  passedOn: 'taken, to be passed on',
  message: 'the message',
  inJunk: (mailbox: string) => `in the junk of ${mailbox}`,
  inInbox: (mailbox: string) => `in the inbox of ${mailbox}`,
  noneYet: 'none yet',
  sendFirst: 'Send a first message',
  openTerminal: 'Open a terminal on this machine.',
  copyLine: 'Copy a line, and run it there.',
  watch: 'Its connection opens here, line by line. What came of it stands beside it.',
  underTls: 'Or speak SMTP by hand, under TLS',
  inTheClear: 'Or in the clear',
  /** What is read out when something new comes. */
  newConnections: (count: number) => `${count} new connections.`,
  newConnection: (connection: number, host: string) => `Connection ${connection} to ${host}.`,
  newMessages: (count: number) => `${count} messages arrived or were rejected.`,
  arrived: (folder: string, mailbox: string) => `A message arrived in the ${folder} of ${mailbox}.`,
  wasRejected: (code: number) => `A message was rejected: ${code}.`,
}
