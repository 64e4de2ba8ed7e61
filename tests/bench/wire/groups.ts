import { imapServers, smtpServers, SELF } from '../servers/index.ts'
import type { BenchServer } from '../servers/server.ts'
import type { Contest, ContestGroup, Entrant } from './contest.ts'
import { logIn, type ImapClient } from './imap.ts'
import { MESSAGES } from './messages.ts'
import { sendMessages } from './smtp.ts'

const CONNECTIONS = 8
const NOOPS = 10_000
/** Messages a second that the bridge should take and judge. */
const RATE = 2000
const ITEMS = '(UID FLAGS ENVELOPE BODYSTRUCTURE)'

/** Whole servers, through sockets of this machine, with one client for all. */
export const contests: readonly ContestGroup[] = [
  {
    group: 'protocols-smtp-one',
    about: `${MESSAGES} messages of 4 KB, pipelined over one connection; ours judges and delivers each`,
    counts: { what: 'messages', count: MESSAGES },
    targets: [{ of: SELF, against: 'smtp-server', most: 0.8 }],
    open: () => amongSmtp(({ port }) => ({ run: () => sendMessages(port, MESSAGES, 1) })),
  },
  {
    group: 'protocols-smtp-many',
    about: `${MESSAGES} messages of 4 KB, pipelined over ${CONNECTIONS} connections; ours judges and delivers each`,
    counts: { what: 'messages', count: MESSAGES },
    targets: [{ of: SELF, against: 'smtp-server', most: 0.8 }],
    open: () => amongSmtp(({ port }) => ({ run: () => sendMessages(port, MESSAGES, CONNECTIONS) })),
  },
  {
    group: 'world-bridge',
    about: `${MESSAGES} messages of 4 KB over ${CONNECTIONS} connections: ours accepts, judges and delivers, at most ${(MESSAGES / RATE) * 1000} ms for ${RATE} a second; the others accept`,
    counts: { what: 'messages', count: MESSAGES },
    targets: [{ of: SELF, most: (MESSAGES / RATE) * 1000 }],
    open: () => amongSmtp(({ port }) => ({ run: () => sendMessages(port, MESSAGES, CONNECTIONS) })),
  },
  {
    group: 'protocols-imap-noop',
    about: `${NOOPS} NOOPs, pipelined`,
    counts: { what: 'commands', count: NOOPS },
    targets: [{ of: SELF, against: 'Dovecot', most: 2 }],
    open: () => amongImap((client) => ({ run: () => client.runMany('NOOP', NOOPS) })),
  },
  {
    group: 'protocols-imap-cold',
    about: `FETCH 1:* ${ITEMS} of ${MESSAGES} unread messages`,
    counts: { what: 'messages', count: MESSAGES },
    targets: [
      { of: SELF, against: 'hoodiecrow-imap', most: 0.2 },
      { of: SELF, against: 'Dovecot', most: 1.3 },
    ],
    open: () => amongImap(coldly),
  },
  {
    group: 'protocols-imap-warm',
    about: `FETCH 1:* ${ITEMS} of ${MESSAGES} messages, again`,
    counts: { what: 'messages', count: MESSAGES },
    targets: [
      { of: SELF, against: 'hoodiecrow-imap', most: 0.2 },
      { of: SELF, against: 'Dovecot', most: 1 },
    ],
    open: () => amongImap(warmly),
  },
]

type Doing = Omit<Entrant, 'processorTime'>

async function amongSmtp(enter: (server: BenchServer) => Doing): Promise<Contest> {
  const servers = await smtpServers()
  return {
    entrants: new Map(servers.map((server) => [server.name, { ...server, ...enter(server) }])),
    close: () => stopAll(servers),
  }
}

async function amongImap(enter: (client: ImapClient) => Doing): Promise<Contest> {
  const servers = await imapServers()
  const entrants = new Map<string, Entrant>()
  const clients: ImapClient[] = []
  for (const server of servers) {
    const client = await logIn(server.port)
    clients.push(client)
    entrants.set(server.name, { ...server, ...enter(client) })
  }
  return {
    entrants,
    async close() {
      for (const client of clients) client.hangUp()
      await stopAll(servers)
    },
  }
}

const stopAll = async (servers: readonly BenchServer[]): Promise<void> => {
  await Promise.all(servers.map((server) => server.stop()))
}

/** A mailbox of its own for each turn. */
function coldly(client: ImapClient): Doing {
  let turn = 0
  return {
    async prepare() {
      const mailbox = `cold${++turn}`
      await client.fill(mailbox)
      await client.run(`SELECT ${mailbox}`)
    },
    run: () => fetchAll(client),
  }
}

function warmly(client: ImapClient): Doing {
  let isFilled = false
  return {
    async prepare() {
      if (isFilled) return
      isFilled = true
      await client.fill('warm')
      await client.run('SELECT warm')
      await fetchAll(client)
    },
    run: () => fetchAll(client),
  }
}

async function fetchAll(client: ImapClient): Promise<void> {
  const answer = await client.run(`FETCH 1:* ${ITEMS}`)
  const lines = answer.toString('latin1').match(/^\* \d+ FETCH .*ENVELOPE .*BODYSTRUCTURE /gm)
  if (lines?.length !== MESSAGES) throw new Error(`${lines?.length ?? 0} messages came.`)
}
