import { openClient, stepClient, type ClientJob } from '../../protocols/imap/client/client.ts'
import type { Request } from '../../protocols/imap/client/commands.ts'
import type { ServerData } from '../../protocols/imap/client/data/data.ts'
import type { Answer, ClientInput, ClientTurn } from '../../protocols/imap/client/session.ts'
import type { OpenLine } from '../connection/open.ts'
import { AGREED_TLS } from '../../world/handshake.ts'

/** What is told of a mailbox that is read over an open line. */
export interface MailListener {
  ready(): void
  data(data: ServerData): void
  /** A line that cannot be read, and why. */
  unreadable(text: string, message: string): void
  idling(): void
  /** @param reason Where it was not asked for. */
  ended(reason: string | undefined): void
}

export interface MailTalk {
  /** @param then Called with the tagged reply, and the data that came with it. */
  ask(request: Request, then?: (answer: Answer, data: readonly ServerData[]) => void): void
  /** Ends waiting. */
  done(): void
  /** Hangs up without a word. */
  close(): void
}

/** Lets an IMAP client speak over a line. */
export function startMailTalk(line: OpenLine, job: ClientJob, listener: MailListener): MailTalk {
  let session = openClient(job).session
  let since: ServerData[] = []
  const waiting: (((answer: Answer, data: readonly ServerData[]) => void) | undefined)[] = []

  const give = (input: ClientInput): void => take(stepClient(session, input))

  function take(turn: ClientTurn): void {
    session = turn.session
    for (const effect of turn.effects)
      switch (effect.type) {
        case 'send':
          line.send(effect.bytes)
          break
        case 'data':
          since.push(effect.data)
          listener.data(effect.data)
          break
        case 'answer': {
          const data = since
          since = []
          waiting.shift()?.(effect, data)
          break
        }
        case 'unreadable':
          listener.unreadable(effect.text, effect.problem.message)
          break
        case 'end':
          listener.ended(effect.reason)
          break
        case 'close':
          line.close()
          break
        case 'ready':
        case 'idling':
          listener[effect.type]()
          break
        case 'startTls':
        // The line says when the server is ready for it.
      }
  }

  line.listen({
    received: (bytes) => give({ type: 'bytes', bytes }),
    startTls() {
      line.secure(AGREED_TLS)
      give({ type: 'secured' })
    },
    closed: () => give({ type: 'closed' }),
  })
  return {
    ask(request, then) {
      waiting.push(then)
      give({ type: 'request', request })
    },
    done: () => give({ type: 'done' }),
    close: () => line.close(),
  }
}
