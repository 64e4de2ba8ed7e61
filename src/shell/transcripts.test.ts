import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { webCrypto } from '../platform/webcrypto.ts'
import { createWorld } from '../world/create.ts'
import { sampleWorld } from '../world/sample.ts'
import type { HostSpec, WorldSpec } from '../world/spec.ts'
import { TerminalShell } from './terminal-shell.ts'
import { agrees, readTranscript } from './testing/read-transcript.ts'

const folder = 'tests/transcripts/shell'

/** The sample, with TLS, a policy to fetch and a port for its users on one of its servers. */
const spec: WorldSpec = {
  ...sampleWorld,
  hosts: sampleWorld.hosts.map((host): HostSpec => {
    if (host.name !== 'mx.example.net' || !host.smtp) return host
    const submission = {
      personality: 'teaching',
      domains: ['example.net'],
      maxSize: 100_000,
    } as const
    const access = { personality: 'dovecot', domains: ['example.net'] } as const
    return {
      ...host,
      smtp: { ...host.smtp, tls: 'offered' },
      ...{ submission, imap: access, pop3: access },
      https: {
        files: [
          {
            path: '/.well-known/mta-sts.txt',
            type: 'text/plain',
            text: 'version: STSv1\nmode: enforce\n',
          },
        ],
      },
    }
  }),
  mailboxes: sampleWorld.mailboxes.map((mailbox) => ({ ...mailbox, password: 'secret' })),
}

/** Plays a session on the desk of the sample world. @returns What was printed at each step. */
async function play(typed: readonly string[]): Promise<string[][]> {
  const world = createWorld(spec, { crypto: webCrypto })
  let printed: string[] = []
  const shell = new TerminalShell({
    world,
    host: 'desk.example.org',
    output: {
      write: () => undefined,
      addLine: ({ who, text }) => void (who !== 'you' && printed.push(text)),
    },
  })
  const steps: string[][] = []
  for (const keys of typed) {
    printed = []
    shell.type(keys)
    await shell.settled()
    await world.settled()
    steps.push(printed.map((line) => line.trimEnd()))
  }
  return steps
}

test.each(readdirSync(folder))('%s', async (name) => {
  const steps = readTranscript(readFileSync(`${folder}/${name}`, 'utf8'))
  const printed = await play(steps.map(({ typed }) => typed))
  for (const [at, { typed, expected }] of steps.entries()) {
    const all = printed[at]!
    if (!agrees(expected, all)) expect([typed, ...all]).toEqual([typed, ...expected])
  }
  expect(steps.length).toBeGreaterThan(0)
})

test('a session gives the same again', async () => {
  const typed = readdirSync(folder).flatMap((name) =>
    readTranscript(readFileSync(`${folder}/${name}`, 'utf8')).map((step) => step.typed),
  )
  expect(await play(typed)).toEqual(await play(typed))
})
