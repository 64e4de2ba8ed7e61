import {
  openClient,
  stepClient,
  type ClientJob,
  type ClientTurn,
} from '../../protocols/smtp/client/client.ts'
import type { DoneEffect } from '../../protocols/smtp/client/session.ts'
import { connectTo } from '../connect.ts'
import { AGREED_TLS } from '../handshake.ts'
import type { Internet } from '../internet.ts'
import type { Connection } from '../world.ts'
import type { Addressee, Letter } from './letter.ts'

export type Conversation =
  | { readonly kind: 'no-answer' }
  | { readonly kind: 'done'; readonly connection: number; readonly end: DoneEffect }

const SMTP_PORT = 25

/** Holds one sending session with the server at an address, to its end. */
export function converse(
  net: Internet,
  letter: Letter,
  to: readonly Addressee[],
  address: string,
): Promise<Conversation> {
  return new Promise((resolve) => {
    let turn: ClientTurn = openClient(jobOf(letter, to))
    const take = (next: ClientTurn): void => {
      turn = next
      for (const effect of next.effects)
        if (effect.type === 'send') link.send(effect.bytes)
        else if (effect.type === 'close') end()
        else if (effect.type === 'done') resolve({ kind: 'done', connection: link.id, end: effect })
    }
    const end = (): void => {
      leave()
      link.close()
    }
    /** The server's word that it is ready came first, so the client waits for the handshake too. */
    const shakeHands = (): void => {
      link.secure(AGREED_TLS)
      take(stepClient(turn.session, { type: 'secured', tls: AGREED_TLS }))
    }
    const opened = connectTo(net, {
      from: letter.host.name,
      to: address,
      port: SMTP_PORT,
      cause: letter.cause,
      listener: {
        received: (bytes) => take(stepClient(turn.session, { type: 'bytes', bytes })),
        startTls: shakeHands,
        closed: () => take(stepClient(turn.session, { type: 'closed' })),
      },
    })
    if ('refused' in opened) return resolve({ kind: 'no-answer' })
    const link: Connection = opened
    // A server may be slow, and the line may go dead: who waits too long gives up.
    const leave = net.subscribe({
      handle: (news) => {
        if (news.type === 'tick') net.queue.add(() => take(stepClient(turn.session, news)))
      },
    })
  })
}

/**
 * TLS where it is offered; always, where the letter may only travel so (RFC 8689 §4.2.1), unless that
 * would lose a bounce (§5).
 */
function jobOf(letter: Letter, to: readonly Addressee[]): ClientJob {
  const { ret, envid, requireTls, body } = letter.parameters
  return {
    helo: letter.helo,
    from: letter.from,
    to: to.map(({ address }) => address),
    message: letter.bytes,
    tls: requireTls && letter.from !== '' ? 'required' : 'opportunistic',
    ...(requireTls && { requireTls }),
    ...(body === 'BINARYMIME' && { body }),
    report: { ...(ret && { ret }), ...(envid !== undefined && { envid }) },
    recipients: to.map(({ notify, original }) => ({
      ...(notify && { notify }),
      ...(original && { original }),
    })),
  }
}
