import { randomId } from '../../core/random.ts'
import { openClient, stepClient, type ClientTurn } from '../../protocols/imap/client/client.ts'
import { logout, type Request } from '../../protocols/imap/client/commands.ts'
import type { ServerData } from '../../protocols/imap/client/data/data.ts'
import type { Answer, ClientEffect } from '../../protocols/imap/client/session.ts'
import type { Device } from './device.ts'
import { HeldSession, lookUpServer, type HeldInput, type Line } from './held-session.ts'

/** The tagged reply to a request, and the data that came with it. */
export interface Replied extends Answer {
  readonly data: readonly ServerData[]
}

/** What is done in a session: it yields requests, and gets their replies. */
export type Script<Result> = Generator<Request, Result, Replied>

export type Visit<Result> =
  | { readonly ok: true; readonly connection: number; readonly result: Result }
  /** The reason in a sentence. */
  | { readonly ok: false; readonly reason: string }

const IMAP_PORT = 143

/** As long as a nonce must be that cannot be guessed. */
const NONCE_LENGTH = 18

/** Holds an IMAP session with a device’s server: TLS, the login, the script, LOGOUT. */
export async function visitImap<Result>(
  device: Device,
  script: (connection: number) => Script<Result>,
): Promise<Visit<Result>> {
  const { net, spec, password } = device
  if (password === undefined) return failed('The mailbox has no password to log in with.')
  const [address] = await lookUpServer(device, spec.server)
  if (address === undefined) return failed(`The DNS has no address for \`${spec.server}\`.`)
  return new Promise((resolve) => {
    const credentials = {
      ...{ login: spec.owner, password, nonce: randomId(net.nonces, NONCE_LENGTH) },
    }
    const start = openClient({ credentials, tls: 'needed', clearPassword: 'refused' })
    const session = new HeldSession(net, spec.server, (reason) => resolve(failed(reason)))
    const refusal = session.open(
      ...([spec.host, address, IMAP_PORT] as const),
      (line) => new ScriptedClient(line, start, script(line.connection), resolve),
    )
    if (refusal !== undefined) return resolve(failed(refusal))
    void net.quiet().then(() => {
      session.close()
      resolve(failed('The server does not answer.'))
    })
  })
}

const failed = (reason: string): { ok: false; reason: string } => ({ ok: false, reason })

/** Goes through a script, a request after the other. */
class ScriptedClient<Result> {
  readonly #line: Line
  readonly #script: Script<Result>
  readonly #resolve: (visit: Visit<Result>) => void
  #turn: ClientTurn
  #data: ServerData[] = []
  /** What the script came to; it counts once LOGOUT is answered. */
  #done: { readonly result: Result } | undefined

  constructor(
    line: Line,
    start: ClientTurn,
    script: Script<Result>,
    resolve: (visit: Visit<Result>) => void,
  ) {
    this.#line = line
    this.#turn = start
    this.#script = script
    this.#resolve = resolve
  }

  step(input: HeldInput): void {
    this.#take(stepClient(this.#turn.session, input))
  }

  #take(turn: ClientTurn): void {
    this.#turn = turn
    for (const effect of turn.effects) this.#perform(effect)
  }

  #perform(effect: ClientEffect): void {
    switch (effect.type) {
      case 'send':
        return this.#line.send(effect.bytes)
      case 'close':
        return this.#line.close()
      case 'data':
        this.#data.push(effect.data)
        return
      case 'ready':
        return this.#goOn()
      case 'answer':
        if (effect.request !== logout) this.#goOn({ ...effect, data: this.#data })
        return
      case 'end':
        return this.#end(effect.reason)
      default:
      // The session reports when the server is ready for TLS; what cannot be read is passed over.
    }
  }

  /** The first step of a script gets no reply. */
  #goOn(reply?: Replied): void {
    this.#data = []
    const next = this.#script.next(reply as Replied)
    if (next.done) this.#done = { result: next.value }
    const request = next.done ? logout : next.value
    this.#take(stepClient(this.#turn.session, { type: 'request', request }))
  }

  #end(reason: string | undefined): void {
    if (this.#done)
      this.#resolve({ ok: true, connection: this.#line.connection, result: this.#done.result })
    else this.#resolve(failed(`${reason ?? 'The session ended'}.`))
  }
}
