import { beforeEach, describe, expect, test } from 'vitest'
import type { WorldEvent } from '../../lab/types.ts'
import { formatEvent } from '../../world/log/event-json.ts'
import type { BridgeFacts } from '../../lab/types.ts'
import type { Source } from './follow.ts'
import { LiveState } from './live-state.svelte.ts'

const facts: BridgeFacts = {
  ...{ ports: [], accounts: [], tries: [], zones: [] },
  caller: { name: 'desk.example.org', address: '192.0.2.7' },
}
const opened = (connection: number): WorldEvent => ({
  ...{ at: 0, type: 'opened', connection, port: 25 },
  ...{ from: 'desk.example.org', fromAddress: '192.0.2.7' },
  ...{ to: 'mail.example.org', toAddress: '192.0.2.25' },
})

/** A stream that a test speaks for. */
function fakeSource() {
  const listeners = new Map<string, (event: { data?: unknown }) => void>()
  const source = {
    readyState: 0,
    addEventListener: (type: string, listener: (event: { data?: unknown }) => void) =>
      void listeners.set(type, listener),
    close: () => void (source.readyState = 2),
    dispatch: (type: string, data?: unknown) => listeners.get(type)?.({ data }),
    happens: (event: WorldEvent) => source.dispatch('message', formatEvent(event)),
  }
  return source satisfies Source
}

let asked: number
let sources: ReturnType<typeof fakeSource>[]
let looks: (() => void)[]
let live: LiveState
const source = () => sources.at(-1)!
const look = () => looks.splice(0).forEach((act) => act())

beforeEach(() => {
  asked = 0
  sources = []
  looks = []
  live = new LiveState({
    openSource: () => sources[sources.push(fakeSource()) - 1]!,
    loadFacts: () => Promise.resolve(facts),
    loadMailboxes: () => Promise.resolve([{ address: `${++asked}`, folders: [] }]),
    soon: (act) => void looks.push(act),
  })
  live.connect()
  source().dispatch('hello', '{"resumed":false}')
})

test('it is open once it is greeted, and knows what there is to try', async () => {
  await Promise.resolve()
  expect([live.link, live.facts]).toEqual(['open', facts])
})

describe('the mail', () => {
  const answer = () => new Promise((resolve) => setTimeout(resolve))
  const shown = () => live.mailboxes.map(({ address }) => address)

  test('is asked for at the greeting, and at each change', async () => {
    look()
    await answer()
    expect(shown()).toEqual(['1'])
    source().dispatch('mailboxes', '{}')
    look()
    await answer()
    expect(shown()).toEqual(['2'])
  })

  test('that changes while it is asked for is asked for once more', async () => {
    look()
    source().dispatch('mailboxes', '{}')
    source().dispatch('mailboxes', '{}')
    await answer()
    look()
    await answer()
    expect([shown(), looks]).toEqual([['2'], []])
  })
})

describe('what happens', () => {
  test('is shown with the next look, and the newest connection is', () => {
    look()
    source().happens(opened(1))
    source().happens(opened(2))
    expect(live.sessions).toEqual([])
    expect(looks).toHaveLength(1)
    look()
    expect(live.shown?.connection).toBe(2)
  })

  test('does not switch the session of a person at work', () => {
    source().happens(opened(1))
    look()
    live.stay()
    source().happens(opened(2))
    look()
    expect(live.shown?.connection).toBe(1)
  })

  test('does not pile up in a page that no one looks at', () => {
    for (let connection = 1; connection <= 600; connection++) source().happens(opened(connection))
    expect(live.sessions).toHaveLength(500)
  })

  test('is left out where it cannot be read', () => {
    source().dispatch('message', '{')
    source().dispatch('message', undefined)
    look()
    expect(live.log.events).toEqual([])
  })
})

test('a connection that was under way is there with its beginning', () => {
  source().dispatch('before', formatEvent(opened(4)))
  expect(live.shown?.connection).toBe(4)
  expect(live.log.cut.has(4)).toBe(true)
})

describe('a line that breaks', () => {
  beforeEach(() => {
    source().happens(opened(1))
    look()
  })

  test('is reported, and goes on where it was', () => {
    source().dispatch('error')
    expect(live.link).toBe('lost')
    source().dispatch('hello', '{"resumed":true}')
    expect([live.link, live.sessions.length]).toEqual(['open', 1])
  })

  test('begins anew with another run', () => {
    live.stay()
    source().dispatch('hello', '{"resumed":false}')
    expect([live.sessions.length, live.chosen]).toEqual([0, undefined])
  })

  test.each(['end', 'error'])(
    'for good (%s) leaves what was reported, until it is asked again',
    (how) => {
      if (how === 'error') source().readyState = 2
      source().dispatch(how)
      expect([live.link, live.sessions.length]).toEqual(['ended', 1])
      live.connect()
      expect([live.link, sources.length]).toEqual(['opening', 2])
    },
  )
})
