/** Of the page Live, while a bridge is open or is looked for. */
export const words = {
  title: 'Live',
  bridge: 'Bridge',
  connections: 'Connections',
  activity: 'Activity',
  delivery: 'Delivery',
  mailbox: 'Mailbox',
  link: {
    opening: 'Looking for the bridge …',
    open: 'The bridge is open. What your programs do appears here as it happens.',
    lost: 'The line to the bridge is down. This page keeps trying, and goes on where it was.',
    ended: 'The bridge has ended. What it reported stays here until you leave.',
  },
  /** A button that looks again stands behind. */
  startAgain: 'Start it again with `npm start`, then',
  lookAgain: 'look again',
  reload: 'Reload',
  whatIsOpen: 'What is open',
  tryIt: 'Try it',
  ofThisMachine: 'with programs of this machine',
  mailboxes: 'Mailboxes',
  passwords: 'with their passwords',
  ports: 'Ports',
  localhost: 'of localhost',
  port: 'Port',
  service: 'Service',
  of: 'Of',
  /** Behind a protocol that runs over it. */
  tls: ', TLS',
  hostAndPort: (host: string, port: number) => `${host}, port ${port}`,
  allZones: 'all zones',
  /** A name and an address stand behind, and then the rest. */
  takenFor: 'Your programs are taken for',
  certificate:
    '. The certificate is made at each start, so set them to trust it, or not to verify it.',
  copy: 'Copy',
  newest: 'the newest',
  newestOf: (shown: number, all: number) => `the newest ${shown} of ${all}`,
  showConnection: 'Show connection',
  nothingYet: 'Nothing yet. Run one of the lines, and watch.',
  kept: (events: number, mebibytes: number, dropped: number) =>
    `This page keeps the newest ${events.toLocaleString('en')} events, and ${mebibytes} MiB of them at most: ${dropped.toLocaleString('en')} earlier ones were dropped.`,
  questions: 'Questions to the DNS',
  questionsInOrder: 'Questions to the DNS, the newest first',
  asks: (host: string) => `${host} asks`,
  /** The connection stands behind. */
  toJudge: ', to judge what came over',
  connection: (number: number) => `connection ${number}`,
  noQuestion:
    'No query yet. Programs ask the bridge’s DNS; and hosts ask when they relay a message or judge one.',
  wire: 'The wire',
  wireWith: (connection: number, protocol: string, host: string) =>
    `${connection}: ${protocol} with ${host}`,
  between: 'As seen from between',
  isCut: 'The first part of this connection is not kept.',
}
