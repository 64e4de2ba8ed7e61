export const words = {
  title: 'Map',
  hosts: 'Hosts',
  you: 'you',
  down: 'does not answer',
  noRole: 'sends only',
  /** How many messages a host keeps, and how many connections it had. */
  waits: (count: number) => (count === 1 ? '1 waits' : `${count} wait`),
  connections: (count: number) => (count === 1 ? '1 connection' : `${count} connections`),
  /** Where the last message was at which place. */
  step: (number: number) => `place ${number} of the last message`,
  /** What a host says to another, for who reads a list. */
  speaks: (protocols: string, to: string, count: number) =>
    count
      ? `${protocols} to ${to}, ${count === 1 ? 'once' : `${count} times`}`
      : `to ${to}, not yet`,
  relays: (to: string) => `hands all it sends to ${to}`,
  lit: 'the last message went here',
  tapped: 'somebody on the wire',
  lastWay: (hosts: string) => `The last message: ${hosts}`,
  noWay: 'No message yet.',
  log: (host: string) => `Mail log of ${host}`,
  noLog: 'Nothing in its mail log.',
  close: 'Close',
}
