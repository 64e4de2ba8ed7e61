import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { ADDRESS, PASSWORD } from './accounts.ts'

/** A server that is a package, as its own readme starts it: package-process.js PACKAGE PORT. */
const load = createRequire(resolve('tests/bench/package.json'))
const [name = '', port = ''] = process.argv.slice(2)

interface Listens {
  listen(port: number, host: string): void
}

interface SmtpPackage {
  readonly SMTPServer: new (options: {
    readonly authOptional: boolean
    readonly disabledCommands: readonly string[]
    readonly disableReverseLookup: boolean
    onData(stream: Readable, session: unknown, done: (error?: Error) => void): void
  }) => Listens
}

type ImapPackage = (options: {
  readonly plugins: readonly string[]
  readonly users: Readonly<Record<string, { readonly password: string }>>
  readonly storage: Readonly<Record<string, unknown>>
}) => Listens

const packages: Readonly<Record<string, () => Listens>> = {
  'smtp-server': () =>
    new (load('smtp-server') as SmtpPackage).SMTPServer({
      ...{ authOptional: true, disabledCommands: ['STARTTLS'], disableReverseLookup: true },
      onData(stream, _, done) {
        stream.resume().once('end', done)
      },
    }),
  'hoodiecrow-imap': () =>
    (load('hoodiecrow-imap') as ImapPackage)({
      plugins: ['LITERALPLUS'],
      users: { [ADDRESS]: { password: PASSWORD } },
      storage: { INBOX: {}, '': { separator: '/' } },
    }),
}

packages[name]?.().listen(Number(port), '127.0.0.1')
