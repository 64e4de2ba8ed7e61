import { readFileSync } from 'node:fs'
import type { ClientCase } from '../client-case.ts'
import { arrived, must, same } from '../same.ts'
import { messages, type Stage } from '../stage.ts'

const secured = (stage: Stage) => ({ ca: readFileSync(stage.certificate, 'utf8') })

async function sendWith(stage: Stage, service: string, more: object): Promise<void> {
  const { createTransport } = await import('nodemailer')
  const transport = createTransport({
    host: 'localhost',
    port: stage.port(service),
    name: 'desk.example.org',
    tls: secured(stage),
    ...more,
  })
  for (const message of messages)
    await transport.sendMail({
      envelope: { from: stage.user, to: [stage.user] },
      raw: Buffer.from(message),
    })
  transport.close()
  messages.forEach((message, at) => arrived(`message ${at}`, stage.stored()[at], message))
}

const login = (stage: Stage, method?: string) => ({
  auth: { user: stage.user, pass: stage.password },
  ...(method !== undefined && { authMethod: method }),
})

const nodemailer = (what: string, run: ClientCase['run']): ClientCase => ({
  ...{ client: 'nodemailer', what, run },
  modules: ['nodemailer'],
})

const imapflow = (what: string, service: 'imap' | 'imaps', secure: boolean): ClientCase => ({
  ...{ client: 'imapflow', what },
  modules: ['imapflow'],
  async run(stage) {
    const { ImapFlow } = await import('imapflow')
    const client = new ImapFlow({
      host: 'localhost',
      port: stage.port(service),
      secure,
      auth: { user: stage.user, pass: stage.password },
      tls: secured(stage),
      logger: false,
    })
    await client.connect()
    for (const message of messages) await client.append('INBOX', Buffer.from(message), ['\\Seen'])
    const lock = await client.getMailboxLock('INBOX')
    try {
      const wanted = { uid: true, source: true, envelope: true, bodyStructure: true, flags: true }
      const fetched = await client.fetchAll('1:*', wanted)
      fetched.forEach((got, at) => same(`message ${at}`, got.source!, messages[at]!))
      must(fetched.length === messages.length, `${fetched.length} messages were fetched.`)
      must(fetched[1]!.envelope!.subject === 'dots', 'ENVELOPE gives another subject.')
      must(fetched[0]!.bodyStructure!.type === 'text/plain', 'BODYSTRUCTURE gives another type.')
      must(fetched[0]!.flags!.has('\\Seen'), 'The flag of APPEND is missing.')
      const found = await client.search({ subject: 'like commands' }, { uid: true })
      must(Array.isArray(found) && found.length === 1, 'SEARCH does not find the message.')
      await client.messageMove(found as number[], 'Junk', { uid: true })
      await client.messageDelete('1:*')
    } finally {
      lock.release()
    }
    await client.logout()
    same('the moved message', stage.stored('Junk')[0]!, messages.at(-1)!)
    must(stage.stored().length === 0, 'Something is left in INBOX.')
  },
})

export const nodeCases: readonly ClientCase[] = [
  nodemailer('in the clear', (stage) => sendWith(stage, 'smtp', { ignoreTLS: true })),
  nodemailer('STARTTLS', (stage) => sendWith(stage, 'smtp', { requireTLS: true })),
  ...['PLAIN', 'LOGIN', 'CRAM-MD5'].map((method) =>
    nodemailer(`STARTTLS, AUTH ${method}`, (stage) =>
      sendWith(stage, 'submission', { requireTLS: true, ...login(stage, method) }),
    ),
  ),
  nodemailer('TLS first, AUTH', (stage) =>
    sendWith(stage, 'submissions', { secure: true, ...login(stage) }),
  ),
  nodemailer('LMTP', (stage) => sendWith(stage, 'lmtp', { lmtp: true, ignoreTLS: true })),
  imapflow('STARTTLS', 'imap', false),
  imapflow('TLS first', 'imaps', true),
]
