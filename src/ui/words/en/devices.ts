export const words = {
  title: 'Devices',
  none: 'There is no phone and no laptop in this world.',
  loading: 'The devices are switched on …',
  /** Whether it has a network. */
  online: 'online',
  offline: 'no network',
  fetch: 'Fetch',
  /** With how many messages wait. */
  send: (count: number) => (count ? `Send (${count})` : 'Send'),
  write: 'Write',
  settings: 'Settings',
  connect: 'Connect',
  disconnect: 'Disconnect',
  /** Names a button for screen readers: what it does, and with which device. */
  on: (what: string, device: string) => `${what}: ${device}`,
  by: { imap: 'IMAP', pop3: 'POP3' },
  reads: (by: string, server: string) => `${by} from ${server}`,
  neverFetched: 'Not fetched yet.',
  fetched: (time: string, count: number) =>
    `${time}: ${count === 0 ? 'nothing new' : count === 1 ? '1 new message' : `${count} new messages`}`,
  failed: (time: string, reason: string) => `${time}: ${reason}`,
  folders: 'Folders',
  outbox: 'Outbox',
  /** Behind the name of a folder, for screen readers. */
  counts: (count: number, unread: number) =>
    `${count === 1 ? '1 message' : `${count} messages`}, ${unread} unread`,
  unread: 'unread',
  onlyHere: 'on this device alone',
  empty: 'No message here.',
  noneWaits: 'Nothing waits to be sent.',
  waiting: 'waiting',
  to: (who: string) => `to ${who}`,
  tries: (count: number) => (count === 1 ? 'tried once' : `tried ${count} times`),
  again: (time: string) => `again at ${time}`,
  onRequest: 'until you press Send',
  pending: (count: number) =>
    count === 1 ? 'One change waits for the network.' : `${count} changes wait for the network.`,
  noSubject: '(no subject)',
  file: 'File in …',
  newFolder: 'Archive',
  reply: 'Reply',
  remove: 'Delete',
  form: { to: 'To', subject: 'Subject', text: 'Text', send: 'Send' },
  badAddress: 'Write an address, such as bob@example.net.',
  names: {
    reads: 'Reads by',
    after: 'After the fetch, on the server',
    days: 'Deletes after',
    folders: 'Fetches',
    every: 'Fetches by itself',
    marks: 'Marks as read',
    sent: 'Keeps what it sent',
  },
  choices: {
    reads: { imap: 'IMAP', pop3: 'POP3' },
    after: { leave: 'leave it', delete: 'delete it', 'delete-later': 'delete it later' },
    folders: { all: 'all folders', inbox: 'INBOX only' },
    marks: { reading: 'when it is read', fetching: 'when it is fetched', never: 'never' },
    sent: { server: 'in Sent on the server', device: 'on the device' },
  },
  days: (count: number) => (count === 1 ? '1 day' : `${count} days`),
  every: (seconds: number) =>
    seconds === 0
      ? 'never: on request'
      : seconds % 3600 === 0
        ? `every ${seconds === 3600 ? 'hour' : `${seconds / 3600} hours`}`
        : `every ${Math.round(seconds / 60)} minutes`,
}
