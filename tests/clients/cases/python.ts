import { join } from 'node:path'
import type { ClientCase } from '../client-case.ts'
import { exec, findProgram } from '../exec.ts'
import { arrived, must, same } from '../same.ts'
import { messages, type Stage } from '../stage.ts'

const scripts = join(import.meta.dirname, '../scripts')

/** Runs a script with the stage's facts and the messages, and returns what it prints as JSON. */
async function python(stage: Stage, script: string, more: object): Promise<unknown> {
  const facts = {
    certificate: stage.certificate,
    user: stage.user,
    password: stage.password,
    messages: messages.map((message) => Buffer.from(message).toString('base64')),
    ...more,
  }
  const program = findProgram('/usr/bin/python3') ?? 'python3'
  const { out } = await exec(program, [join(scripts, script)], {
    input: Buffer.from(JSON.stringify(facts)),
  })
  return JSON.parse(out.toString())
}

const decoded = (texts: readonly string[]): Buffer[] =>
  texts.map((text) => Buffer.from(text, 'base64'))

const caseOf = (client: string, what: string, run: ClientCase['run']): ClientCase => ({
  ...{ client, what, run },
  programs: ['python3'],
})

export const pythonCases: readonly ClientCase[] = [
  ...(['smtp', 'submission', 'submissions', 'lmtp'] as const).map((service) =>
    caseOf('smtplib', service, async (stage) => {
      await python(stage, 'smtp.py', { service, port: stage.port(service) })
      messages.forEach((message, at) => arrived(`message ${at}`, stage.stored()[at], message))
    }),
  ),
  ...(['imap', 'imaps'] as const).map((service) =>
    caseOf('imaplib', service, async (stage) => {
      const answer = (await python(stage, 'imap.py', { service, port: stage.port(service) })) as {
        fetched: string[]
        flags: string
        left: number
      }
      decoded(answer.fetched).forEach((got, at) => same(`message ${at}`, got, messages[at]!))
      must(answer.fetched.length === messages.length, 'Not every message was fetched.')
      must(answer.left === messages.length - 1, `${answer.left} were left after EXPUNGE.`)
      must(/\\Flagged/.test(answer.flags), `The flags were ${answer.flags}.`)
      same('the moved message', stage.stored('Archive')[0]!, messages[0]!)
    }),
  ),
  ...(['pop3', 'pop3s'] as const).map((service) =>
    caseOf('poplib', service, async (stage) => {
      stage.put(messages)
      const answer = (await python(stage, 'pop.py', { service, port: stage.port(service) })) as {
        fetched: string[]
        uidls: number
      }
      decoded(answer.fetched).forEach((got, at) => same(`message ${at}`, got, messages[at]!))
      must(answer.uidls === messages.length, 'UIDL does not name every message.')
      must(stage.stored().length === 0, 'Something was left after DELE and QUIT.')
    }),
  ),
]
