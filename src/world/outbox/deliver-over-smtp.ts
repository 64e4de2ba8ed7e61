import {
  openClient,
  stepClient,
  type ClientJob,
  type ClientTurn,
} from '../../protocols/smtp/client/client.ts'
import type { ClientInput, DoneEffect } from '../../protocols/smtp/client/session.ts'
import type { Certificate } from '../../core/tls.ts'
import { randomId } from '../../core/random.ts'
import { connectTo } from '../connect.ts'
import { AGREED_TLS } from '../handshake.ts'
import type { Internet, TickListener, WorldNotice } from '../internet.ts'
import type { Connection, ConnectionListener } from '../world.ts'
import type { QueuedMessage, QueuedRecipient } from './queued-message.ts'

export type SmtpResult =
  | { readonly kind: 'no-answer' }
  /** The certificate does not do: nothing was said inside TLS. */
  | { readonly kind: 'insecure'; readonly connection: number; readonly reason: string }
  | {
      readonly kind: 'done'
      readonly connection: number
      readonly end: DoneEffect
      readonly tls: 'up' | 'down'
    }

/** What a sender asks of TLS on one connection. */
export interface TlsDemand {
  readonly tls: NonNullable<ClientJob['tls']>
  /** @returns Why a certificate does not do, in a sentence. */
  check(certificate: Certificate): string | undefined
}

const SMTP_PORT = 25

/** TLS comes before the first word (RFC 8314 §3.3). */
const SUBMISSIONS_PORT = 465

const NONCE_LENGTH = 18

/** A server that is no mail host of the recipient’s domain: its port, and the login there. */
export interface Via {
  readonly port: number
  readonly login?: { readonly name: string; readonly password: string }
}

/** Holds one sending session with the server at an address, to its end. */
export function deliverOverSmtp(
  net: Internet,
  message: QueuedMessage,
  to: readonly QueuedRecipient[],
  address: string,
  via: Via = { port: SMTP_PORT },
  demand?: TlsDemand,
): Promise<SmtpResult> {
  return new Promise((resolve) => {
    const login = via.login && {
      ...{ login: via.login.name, password: via.login.password },
      nonce: randomId(net.nonces, NONCE_LENGTH),
    }
    const isSecured = via.port === SUBMISSIONS_PORT
    const job: ClientJob = {
      ...jobOf(message, to, demand?.tls),
      ...(isSecured && { tls: 'off' }),
      ...(login && { login }),
    }
    const client = new SendingClient(net, openClient(job), resolve, demand)
    const opened = connectTo(net, {
      from: message.host.name,
      to: address,
      port: via.port,
      relays: message.cause,
      queueId: message.id,
      listener: client,
    })
    if ('refused' in opened) resolve({ kind: 'no-answer' })
    else {
      client.begin(opened, isSecured)
      waitForGreeting(net, opened.host, via.port)
    }
  })
}

/**
 * A server that greets late is waited for (RFC 5321 §4.3.1): simulated time goes by through what happens,
 * and here nothing else would.
 */
function waitForGreeting(net: Internet, host: string, port: number): void {
  const { smtp, submission } = net.hosts.named(host) ?? {}
  const seconds = (port === SMTP_PORT ? smtp : submission)?.greetingDelay ?? 0
  if (seconds > 0) net.queue.add(() => void net.wait(seconds * 1000, { handle: () => undefined }))
}

/** The client's side of a sending session. A server may be slow, so the client gets ticks. */
class SendingClient implements ConnectionListener, TickListener {
  readonly #net: Internet
  readonly #resolve: (result: SmtpResult) => void
  #turn: ClientTurn
  #connection: Connection | undefined
  #unsubscribe: (() => void) | undefined
  readonly #demand: TlsDemand | undefined
  #tls: 'up' | 'down' = 'down'

  constructor(
    net: Internet,
    start: ClientTurn,
    resolve: (result: SmtpResult) => void,
    demand?: TlsDemand,
  ) {
    this.#demand = demand
    this.#net = net
    this.#turn = start
    this.#resolve = resolve
  }

  begin(connection: Connection, isSecured = false): void {
    this.#connection = connection
    if (isSecured) connection.secure(AGREED_TLS)
    this.#unsubscribe = this.#net.subscribe(this)
  }

  received(bytes: Uint8Array): void {
    this.#step({ type: 'bytes', bytes })
  }

  /** The server's reply that it is ready came first, so the client waits for the handshake too. */
  startTls(): void {
    const connection = this.#connection
    const { certificate } = connection ?? {}
    const reason = certificate && this.#demand?.check(certificate)
    if (connection && reason !== undefined) {
      this.#resolve({ kind: 'insecure', connection: connection.id, reason })
      return this.#end(connection)
    }
    this.#tls = 'up'
    connection?.secure(AGREED_TLS)
    this.#step({ type: 'secured', tls: AGREED_TLS })
  }

  closed(): void {
    this.#step({ type: 'closed' })
  }

  handle(notice: WorldNotice): void {
    if (notice.type === 'tick') this.#net.queue.add(() => this.#step(notice))
  }

  #step(input: ClientInput): void {
    this.#turn = stepClient(this.#turn.session, input)
    const connection = this.#connection
    if (!connection) return
    for (const effect of this.#turn.effects)
      if (effect.type === 'send') connection.send(effect.bytes)
      else if (effect.type === 'close') this.#end(connection)
      else if (effect.type === 'done')
        this.#resolve({ kind: 'done', connection: connection.id, end: effect, tls: this.#tls })
  }

  #end(connection: Connection): void {
    this.#unsubscribe?.()
    connection.close()
  }
}

/**
 * TLS where it is offered; always, where the message may only travel so (RFC 8689 §4.2.1), unless that
 * would lose a bounce (§5).
 */
function jobOf(
  message: QueuedMessage,
  to: readonly QueuedRecipient[],
  tls: TlsDemand['tls'] = 'opportunistic',
): ClientJob {
  const { ret, envid, requireTls, body } = message.parameters
  return {
    helo: message.helo,
    from: message.from,
    to: to.map(({ address }) => address),
    message: message.bytes,
    tls: requireTls && message.from !== '' ? 'required' : tls,
    ...(requireTls && { requireTls }),
    ...(body === 'BINARYMIME' && { body }),
    report: { ...(ret && { ret }), ...(envid !== undefined && { envid }) },
    recipients: to.map(({ notify, original }) => ({
      ...(notify && { notify }),
      ...(original && { original }),
    })),
  }
}
