import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientCase } from '../client-case.ts'
import { exec } from '../exec.ts'
import { arrived, must, same } from '../same.ts'
import { messages, type Stage } from '../stage.ts'

const curl = (what: string, run: ClientCase['run']): ClientCase => ({
  client: 'curl',
  what,
  programs: ['curl'],
  run,
})

/** Words for each way to a service: in the clear, TLS on request, TLS first. */
const ways = (plain: string, secure: string) =>
  [
    { name: 'in the clear', scheme: plain, service: plain, words: [] },
    { name: 'STARTTLS', scheme: plain, service: plain, words: ['--ssl-reqd'] },
    { name: 'TLS first', scheme: secure, service: secure, words: [] },
  ] as const

type Variant = ReturnType<typeof ways>[number]

const call = (stage: Stage, way: Variant, path: string, words: readonly string[] = []) =>
  exec('curl', [
    ...['--silent', '--show-error', '--cacert', stage.certificate, ...way.words],
    ...['--user', `${stage.user}:${stage.password}`, ...words],
    `${way.scheme}://localhost:${stage.port(way.service)}${path}`,
  ])

async function submit(stage: Stage, scheme: string, service: string, words: readonly string[]) {
  for (const [at, message] of messages.entries()) {
    const file = join(stage.folder, 'letter.eml')
    writeFileSync(file, Buffer.from(message))
    const port = stage.port(service)
    await exec('curl', [
      ...['--silent', '--show-error', '--cacert', stage.certificate, ...words],
      ...['--mail-from', stage.user, '--mail-rcpt', stage.user, '--upload-file', file],
      `${scheme}://localhost:${port}/desk.example.org`,
    ])
    arrived(`message ${at}`, stage.stored()[at], message)
  }
}

const login = (stage: Stage): string[] => ['--user', `${stage.user}:${stage.password}`]

export const curlCases: readonly ClientCase[] = [
  curl('SMTP in the clear', (stage) => submit(stage, 'smtp', 'smtp', [])),
  curl('SMTP, STARTTLS and AUTH', (stage) =>
    submit(stage, 'smtp', 'submission', ['--ssl-reqd', ...login(stage)]),
  ),
  curl('SMTP, TLS first and AUTH', (stage) => submit(stage, 'smtps', 'submissions', login(stage))),
  ...ways('imap', 'imaps').map((way) =>
    curl(`IMAP ${way.name}: fetch, search, append`, async (stage) => {
      stage.put(messages)
      for (const [at, message] of messages.entries()) {
        // curl 7.88 ends a fetched literal that is larger than its first read early unless it goes to a file.
        const file = join(stage.folder, 'fetched')
        await call(stage, way, `/INBOX;UID=${at + 1}`, ['--output', file])
        same(`message ${at}`, readFileSync(file), message)
      }
      const found = await call(stage, way, '/INBOX?SUBJECT%20dots')
      must(/^\* SEARCH 2\r\n/.test(found.out.toString()), `SEARCH gave ${found.out.toString()}`)
      const file = join(stage.folder, 'append.eml')
      writeFileSync(file, Buffer.from(messages[1]!))
      await call(stage, way, '/Drafts', ['--upload-file', file])
      same('the appended message', stage.stored('Drafts')[0]!, messages[1]!)
    }),
  ),
  ...ways('pop3', 'pop3s').map((way) =>
    curl(`POP3 ${way.name}: list, retrieve, delete`, async (stage) => {
      stage.put(messages)
      const list = await call(stage, way, '/')
      must(
        list.out.toString().trim().split('\r\n').length === messages.length,
        `LIST gave ${list.out.toString()}`,
      )
      for (const [at, message] of messages.entries())
        same(`message ${at}`, (await call(stage, way, `/${at + 1}`)).out, message)
      await call(stage, way, '/1', ['--request', 'DELE', '--head'])
      must(stage.stored().length === messages.length - 1, 'Nothing was deleted.')
    }),
  ),
]
