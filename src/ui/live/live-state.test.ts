import { beforeEach, describe, expect, test } from 'vitest'
import type { WorldEvent } from '../../lab/types.ts'
import { writeJson } from '../../lab/octet-json.ts'
import { LAB_PROTOCOL } from '../../lab/protocol.ts'
import type { BridgeFacts, LabOutput } from '../../lab/types.ts'
import type { Source } from './follow.ts'
import { LiveState } from './live-state.svelte.ts'
import { fakeBridge } from './zones/testing/fake-bridge.ts'

const facts: BridgeFacts = {
  ...{ ports: [], accounts: [], tries: [], zones: [] },
  caller: { name: 'desk.example.org', address: '192.0.2.7' },
}
const opened = (connection: number): WorldEvent => ({
  ...{ at: 0, type: 'opened', connection, port: 25 },
  ...{ from: 'desk.example.org', fromAddress: '192.0.2.7' },
  ...{ to: 'mail.example.org', toAddress: '192.0.2.25' },
})

const happened = (events: WorldEvent[]): LabOutput => ({ kind: 'events', run: 1, first: 0, events })
const hello: LabOutput = { kind: 'hello', version: LAB_PROTOCOL }
const anew: LabOutput = { kind: 'opened', run: 1 }

/** A stream that a test speaks for. */
function fakeSource() {
  const listeners = new Map<string, (event: { data?: unknown }) => void>()
  const source = {
    readyState: 0,
    addEventListener: (type: string, listener: (event: { data?: unknown }) => void) =>
      void listeners.set(type, listener),
    close: () => void (source.readyState = 2),
    dispatch: (type: string, data?: unknown) => listeners.get(type)?.({ data }),
    says: (output: LabOutput) => source.dispatch('message', writeJson(output)),
    happens: (...events: WorldEvent[]) => source.says(happened(events)),
  }
  return source satisfies Source
}

let asked: number
let sources: ReturnType<typeof fakeSource>[]
let looks: (() => void)[]
let live: LiveState
let bridge: ReturnType<typeof fakeBridge>
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
    loadWorld: () => Promise.reject(new Error('none')),
    zones: (bridge = fakeBridge({ 'example.org': '@ A 192.0.2.1' })),
  })
  live.connect()
  source().says(hello)
  source().says(anew)
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
    look()
    source().happens(opened(1))
    source().happens(opened(2), opened(3))
    expect(live.sessions).toEqual([])
    expect(looks).toHaveLength(1)
    look()
    expect(live.shown?.connection).toBe(3)
  })

  test('does not switch the session of a person at work', () => {
    source().happens(opened(1))
    look()
    live.stay()
    source().happens(opened(2))
    look()
    expect(live.shown?.connection).toBe(1)
  })

  test('follows until a connection is chosen, and again when asked to', () => {
    source().happens(opened(1), opened(2))
    look()
    expect(live.follows).toBe(true)
    live.choose(1)
    expect([live.follows, live.shown?.connection]).toEqual([false, 1])
    expect(live.selection).toEqual({ kind: 'connection', connection: 1 })
    live.followNewest()
    expect([live.follows, live.shown?.connection, live.selection]).toEqual([true, 2, undefined])
  })

  test('is announced, except what happened before the page was open', () => {
    source().happens(opened(1))
    look()
    look()
    expect([live.announced, live.counts.doing]).toEqual(['', 1])
    source().happens(opened(2))
    look()
    expect(live.announced).toBe('Connection 2 to mail.example.org.')
    expect(live.counts.doing).toBe(2)
  })

  test('does not pile up in a page that no one looks at', () => {
    for (let connection = 1; connection <= 600; connection++) source().happens(opened(connection))
    expect(live.sessions).toHaveLength(500)
  })

  test('is left out where it cannot be read', () => {
    source().dispatch('message', '{')
    source().dispatch('message', undefined)
    source().dispatch('message', '{"kind":"events","run":1,"first":0,"events":[{"type":"wire"}]}')
    source().dispatch('before', '{}')
    look()
    expect([live.log.events, live.link]).toEqual([[], 'open'])
  })
})

test('connections that were under way are there with their beginnings', () => {
  source().dispatch('before', writeJson(happened([opened(4), opened(5)])))
  expect(live.shown?.connection).toBe(5)
  expect([...live.log.cut]).toEqual([4, 5])
})

describe('a line that breaks', () => {
  beforeEach(() => {
    source().happens(opened(1))
    look()
  })

  test('is reported, and goes on where it was', () => {
    source().dispatch('error')
    expect(live.link).toBe('lost')
    source().says(hello)
    expect([live.link, live.sessions.length]).toEqual(['open', 1])
  })

  test('begins anew with another run', () => {
    live.stay()
    source().says(hello)
    source().says(anew)
    expect([live.sessions.length, live.chosen]).toEqual([0, undefined])
  })

  test.each<[string, string, RegExp]>([
    [
      'another version',
      `{"kind":"hello","version":${LAB_PROTOCOL + 1}}`,
      /speaks version \d.+ reload the page\.$/,
    ],
    ['something else', '{"resumed":true}', /^This is no output of a lab\.$/],
  ])('to a bridge that speaks %s is not taken up again, and says why', (_, word, why) => {
    source().dispatch('error')
    source().dispatch('message', word)
    expect([live.link, live.sessions.length, source().readyState]).toEqual(['foreign', 1, 2])
    expect(live.problem).toMatch(why)
    live.connect()
    expect([live.link, live.problem]).toEqual(['opening', ''])
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

test('its zones are those that the bridge serves, and are asked for when one changes', async () => {
  await expect.poll(() => live.zones.isKnown).toBe(true)
  expect(live.lab.zones).toMatchObject([{ origin: 'example.org', text: '@ A 192.0.2.1' }])
  bridge.edit('example.org', '@ A 192.0.2.2')
  source().dispatch('zones')
  await expect.poll(() => live.lab.zones[0]?.text).toBe('@ A 192.0.2.2')
})
