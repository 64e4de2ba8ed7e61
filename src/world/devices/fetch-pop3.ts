import { randomId } from '../../core/random.ts'
import { openFetch, stepFetch, type FetchTurn } from '../../protocols/pop3/client/client.ts'
import type { FetchEnd, FetchJob } from '../../protocols/pop3/client/session.ts'
import type { Device } from './device.ts'
import { HeldSession, lookUpServer, type HeldInput, type Line } from './held-session.ts'
import { readMessage } from './read-message.ts'
import { folderNamed, INBOX, withFolder, type DeviceMessage, type Known } from './state.ts'

const POP3_PORT = 110
const NONCE_LENGTH = 18
const DAY = 86_400_000

/** How a session ended, and over which connection. */
type Ended = FetchEnd & { readonly connection: number }

/** Takes home what is new in the maildrop, and deletes there what the settings say. */
export async function fetchByPop3(device: Device): Promise<void> {
  const end = await visitPop3(device)
  const now = device.net.clock.now()
  const before = new Map(device.state.known.map((one) => [one.id, one]))
  const fresh = end.messages.map(({ bytes }): DeviceMessage => {
    const seen = device.state.settings.marks === 'fetching'
    return { key: device.newKey(), at: now, seen, ...readMessage(bytes) }
  })
  keep(
    device,
    fresh,
    end.messages.map(({ id }) => id),
    now,
  )
  const { connection } = end
  if (fresh.length) device.emit({ does: 'fetched', by: 'pop3', count: fresh.length, connection })
  for (const id of end.deleted) {
    const known = device.state.known.find((one) => one.id === id)
    const because = before.has(id) ? 'days' : 'fetched'
    device.emit({ does: 'deleted', subject: known?.subject ?? '', because, connection })
  }
  const reason = end.reason === undefined ? undefined : asSentence(end.reason)
  if (reason !== undefined) device.emit({ does: 'failed', what: 'fetch', reason, connection })
  device.change({
    last: { at: now, ...(reason === undefined ? { count: fresh.length } : { reason }) },
  })
}

const asSentence = (reason: string): string => (reason.endsWith('.') ? reason : `${reason}.`)

function keep(device: Device, fresh: readonly DeviceMessage[], ids: readonly string[], at: number) {
  const inbox = folderNamed(device.state, INBOX)?.messages ?? []
  const known = ids.flatMap((id, index): Known[] =>
    id === '' ? [] : [{ id, at, subject: fresh[index]!.subject }],
  )
  device.change({
    folders: withFolder(device.state.folders, { name: INBOX, messages: [...inbox, ...fresh] }),
    known: [...device.state.known, ...known],
  })
}

function jobOf(device: Device, password: string): FetchJob {
  const { settings, known } = device.state
  const { spec, net } = device
  const oldest = net.clock.now() - settings.days * DAY
  return {
    ...{ login: spec.owner, password, nonce: randomId(net.nonces, NONCE_LENGTH) },
    ...{ tls: 'needed', how: 'best', known: known.map(({ id }) => id) },
    after: settings.after === 'delete' ? 'delete' : 'leave',
    remove: known.flatMap(({ id, at }) =>
      settings.after === 'delete' || (settings.after === 'delete-later' && at <= oldest)
        ? [id]
        : [],
    ),
  }
}

async function visitPop3(device: Device): Promise<Ended> {
  const { net, spec, password } = device
  const fail = (reason: string, connection = 0): Ended => ({
    ...{ outcome: 'failed', messages: [], deleted: [], reason, connection },
  })
  if (password === undefined) return fail('The mailbox has no password to log in with')
  const [address] = await lookUpServer(device, spec.server)
  if (address === undefined) return fail(`The DNS has no address for \`${spec.server}\``)
  return new Promise((resolve) => {
    const start = openFetch(jobOf(device, password))
    const session = new HeldSession(net, spec.server, (reason) => resolve(fail(reason)))
    const refusal = session.open(
      ...([spec.host, address, POP3_PORT] as const),
      (line) => new FetchingClient(line, start, resolve),
    )
    if (refusal !== undefined) return resolve(fail(refusal))
    void net.quiet().then(() => {
      session.close()
      resolve(fail('The server does not answer', session.connection))
    })
  })
}

class FetchingClient {
  readonly #line: Line
  readonly #resolve: (end: Ended) => void
  #turn: FetchTurn

  constructor(line: Line, start: FetchTurn, resolve: (end: Ended) => void) {
    this.#line = line
    this.#turn = start
    this.#resolve = resolve
  }

  step(input: HeldInput): void {
    this.#turn = stepFetch(this.#turn.session, input)
    for (const effect of this.#turn.effects)
      if (effect.type === 'send') this.#line.send(effect.bytes)
      else if (effect.type === 'close') this.#line.close()
      else if (effect.type === 'done') {
        const { type: _, ...end } = effect
        this.#resolve({ ...end, connection: this.#line.connection })
      }
  }
}
