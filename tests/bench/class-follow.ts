import { ClassClient } from '../../src/bridge/class/testing/class-client.ts'
import type { Known } from './class.ts'

/** Pages that follow a presenter who types so many keys, one every so many milliseconds. */
const FOLLOWERS = 200
const KEYS = 120
const PAUSE = 90
/** Of them, those that lose their connection in between, and those that come when half was typed. */
const LOST = 20
const LATE = 20

interface Follower {
  readonly key: string
  /** Inputs that it has. */
  count: number
  leave(): void
}

/** How long it takes from a key of the presenter's to each page that follows. */
export async function measureFollowing({ port, code, secret }: Known): Promise<string> {
  const client = new ClassClient(port)
  const [sent, took]: [number[], number[]] = [[], []]
  const shows = { place: { slug: 'speak-smtp' }, look: {}, run: 1 }
  const teach = async (body: unknown) => {
    const { status } = await client.ask('teach', secret, body)
    if (status !== 204) throw new Error(`The class refused: ${status}`)
  }
  await teach({ ...shows, kind: 'present', work: { edition: 1 }, journal: [] })
  const connect = (follower: Follower) => connectTo(client, follower, sent, took)
  const join = async (): Promise<Follower> => {
    const { key } = await client.join(code)
    const follower: Follower = { key, count: 0, leave: () => undefined }
    await connect(follower)
    return follower
  }
  const followers = await Promise.all(Array.from({ length: FOLLOWERS - LATE }, join))
  for (let at = 0; at < KEYS; at++) {
    if (at === KEYS / 4) followers.slice(0, LOST).forEach(({ leave }) => leave())
    if (at === KEYS / 2) {
      await Promise.all(followers.slice(0, LOST).map(connect))
      followers.push(...(await Promise.all(Array.from({ length: LATE }, join))))
    }
    sent[at] = performance.now()
    await teach({ ...shows, kind: 'go-on', from: at, inputs: [{ kind: 'type', data: 'x' }] })
    await new Promise((done) => setTimeout(done, PAUSE))
  }
  while (followers.some(({ count }) => count < KEYS))
    await new Promise((done) => setTimeout(done, 20))
  for (const { leave } of followers) leave()
  return tableOf(took)
}

/** Follows from where the follower is, and notes how long each key took that came meanwhile. */
async function connectTo(
  client: ClassClient,
  follower: Follower,
  sent: readonly number[],
  took: number[],
): Promise<void> {
  let isFirst = true
  const received = ({ count }: { readonly count: number }) => {
    const now = performance.now()
    // What somebody missed was not sent to them.
    if (!isFirst) for (let at = follower.count; at < count; at++) took.push(now - sent[at]!)
    isFirst = false
    follower.count = count
  }
  follower.leave = await client.screen(follower.key, received, { run: 1, count: follower.count })
}

function tableOf(took: readonly number[]): string {
  const inOrder = took.toSorted((a, b) => a - b)
  const at = (share: number) =>
    `${inOrder[Math.floor((inOrder.length - 1) * share)]!.toFixed(0)} ms`
  return [
    `class: ${FOLLOWERS} pages follow a presenter on loopback, ${KEYS} keys, one every ${PAUSE} ms; ${LOST} were away for a while, ${LATE} came late`,
    `  key to page           p50 ${at(0.5)}   p95 ${at(0.95)}   most ${at(1)}   (${took.length} keys); all have all of them`,
  ].join('\n')
}
