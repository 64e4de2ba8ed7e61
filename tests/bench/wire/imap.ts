import { ADDRESS, PASSWORD } from '../servers/accounts.ts'
import { dial, type Line } from './dial.ts'
import { messages } from './messages.ts'

/** A client of IMAP that has logged in. */
export interface ImapClient {
  /** Runs one command. @returns All up to its tagged response. @throws Where that is no `OK`. */
  run(command: string): Promise<Buffer>
  /** Sends the same command many times without waiting for an answer. */
  runMany(command: string, count: number): Promise<void>
  /** Makes a mailbox with the messages in it. */
  fill(mailbox: string): Promise<void>
  hangUp(): void
}

export async function logIn(port: number): Promise<ImapClient> {
  const line = await dial(port)
  await line.receive(() => true)
  let tags = 0
  const client: ImapClient = {
    async run(command) {
      const tag = `t${++tags}.`
      await line.send(`${tag} ${command}\r\n`)
      return answerTo(line, tag)
    },
    async runMany(command, count) {
      const tag = `t${++tags}.`
      const answered = answerTo(line, tag)
      await line.send(`${`m ${command}\r\n`.repeat(count - 1)}${tag} ${command}\r\n`)
      const answer = await answered
      const okays = answer.toString('latin1').match(/^m OK /gm)?.length ?? 0
      if (okays !== count - 1) throw new Error(`Of ${count - 1} commands, ${okays} were answered.`)
    },
    async fill(mailbox) {
      await client.run(`CREATE ${mailbox}`)
      for (const message of messages) {
        const tag = `t${++tags}.`
        await line.send(`${tag} APPEND ${mailbox} {${message.length}}\r\n`)
        await line.receive((piece) => piece.includes('+ '))
        const answered = answerTo(line, tag)
        await line.send(Buffer.concat([message, Buffer.from('\r\n')]))
        await answered
      }
    },
    hangUp: line.hangUp,
  }
  await client.run(`LOGIN "${ADDRESS}" "${PASSWORD}"`)
  return client
}

/** Octets at the end of the received data that are searched for the tagged response. */
const TAIL = 512

async function answerTo(line: Line, tag: string): Promise<Buffer> {
  let tail = ''
  const received = await line.receive((piece) => {
    tail = (tail + piece.subarray(-TAIL).toString('latin1')).slice(-TAIL)
    return (
      tail.endsWith('\r\n') && tail.lastIndexOf(`${tag} `) > tail.lastIndexOf('\n', tail.length - 3)
    )
  })
  if (!tail.includes(`${tag} OK`))
    throw new Error(`An answer was: ${tail.trim().split('\n').at(-1)}`)
  return received
}
