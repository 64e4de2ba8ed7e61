import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ClientCase } from '../client-case.ts'
import { exec } from '../exec.ts'
import { arrived, must } from '../same.ts'
import { messages, type Stage } from '../stage.ts'

/** What swaks sends with `--data`: the file as it is, dots doubled. */
async function send(stage: Stage, service: string, words: readonly string[]): Promise<string> {
  const before = stage.stored().length
  let output = ''
  for (const [at, message] of messages.entries()) {
    const file = join(stage.folder, `letter-${at}.eml`)
    writeFileSync(file, Buffer.from(message))
    const { out } = await exec('swaks', [
      ...['--server', '127.0.0.1', '--port', String(stage.port(service))],
      ...['--from', stage.user, '--to', stage.user, '--helo', 'desk.example.org'],
      ...['--data', `@${file}`, ...words],
    ])
    output += out.toString()
  }
  // swaks ends what it sends with one more line end.
  messages.forEach((message, at) =>
    arrived(
      `message ${at}`,
      stage.stored()[before + at],
      Buffer.concat([message, Buffer.from('\r\n')]),
    ),
  )
  return output
}

const auth = (stage: Stage, mechanism: string): string[] => [
  ...['-tls', '--auth', mechanism],
  ...['--auth-user', stage.user, '--auth-password', stage.password],
]

const swaks = (what: string, run: ClientCase['run']): ClientCase => ({
  client: 'swaks',
  what,
  programs: ['swaks'],
  run,
})

export const swaksCases: readonly ClientCase[] = [
  swaks('plain', async (stage) => void (await send(stage, 'smtp', []))),
  swaks('STARTTLS', async (stage) => {
    const output = await send(stage, 'smtp', ['-tls'])
    must(/TLS started with cipher/.test(output), 'No TLS was started.')
  }),
  swaks('TLS from the first octet, AUTH', async (stage) => {
    const words = [
      '-tlsc',
      '--auth',
      'PLAIN',
      '--auth-user',
      stage.user,
      '--auth-password',
      stage.password,
    ]
    await send(stage, 'submissions', words)
  }),
  ...['PLAIN', 'LOGIN', 'CRAM-MD5'].map((mechanism) =>
    swaks(`AUTH ${mechanism}`, async (stage) => {
      const output = await send(stage, 'submission', auth(stage, mechanism))
      must(output.includes(`AUTH ${mechanism}`), `${mechanism} was not used.`)
    }),
  ),
  swaks('a wrong password is refused', async (stage) => {
    await exec(
      'swaks',
      [
        ...['--server', '127.0.0.1', '--port', String(stage.port('submission')), '-tls'],
        ...['--from', stage.user, '--to', stage.user],
        ...['--auth', 'PLAIN', '--auth-user', stage.user, '--auth-password', 'wrong'],
      ],
      { ok: [28] },
    )
    must(stage.stored().length === 0, 'Something arrived.')
  }),
  swaks('pipelining', async (stage) => void (await send(stage, 'smtp', ['--pipeline']))),
  swaks('LMTP', async (stage) => void (await send(stage, 'lmtp', ['--protocol', 'LMTP']))),
]
