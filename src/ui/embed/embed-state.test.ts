import { beforeEach, describe, expect, test } from 'vitest'
import { EMBED_PROTOCOL, embedLimits } from '../../embed/protocol.ts'
import { readLink } from '../../lab/link/read-link.ts'
import { writeLink } from '../../lab/link/write-link.ts'
import { EmbedState } from './embed-state.svelte.ts'
import type { Outgoing } from './host-line.ts'
import { isFit } from './look.ts'
import { openingOf } from './plain-address.ts'
import { readHostMessage } from './read-host-message.ts'

const look = { theme: 'auto', properties: {} } as const
const opening = { kind: 'zone', text: 'v=spf1 -all', options: {}, look }
const check = { v: 1 as const, texts: [{ name: '', text: 'v=spf1 mx -all' }] }

let posted: Outgoing[]
let waiting: (() => void)[]
let state: EmbedState
beforeEach(() => {
  posted = []
  waiting = []
  state = new EmbedState({
    post: (message) => void posted.push(message),
    showLook: () => undefined,
    readLink: async (text) => readLink(text),
    writeLink: async (linked) => writeLink(linked),
    prepare: () => undefined,
    later(act) {
      waiting.push(act)
      return () => void (waiting = waiting.filter((one) => one !== act))
    },
  })
})
const types = () => posted.map(({ type }) => type)
const rest = async () => {
  for (const act of waiting.splice(0)) act()
  await new Promise((done) => setTimeout(done))
}

describe('a frame', () => {
  test('shows the widget that it is asked for', async () => {
    await state.open(opening)
    expect(state.shown).toMatchObject({ name: 'zone', text: 'v=spf1 -all', start: undefined })
    state.ready(state.shown!)
    expect(posted).toEqual([{ type: 'ready', kind: 'zone' }])
  })

  test.each([
    [{ ...opening, kind: 'evil' }, /no widget `evil`/],
    [{ ...opening, options: { colour: 'red' } }, /no attribute `colour`/],
    [{ ...opening, options: { sender: 'x' } }, /`sender` is `x`/],
    [{ ...opening, text: 'x'.repeat(embedLimits.text + 1) }, /more than 262,144/],
    [{ ...opening, state: 's=!!!' }, /cut off or changed/],
    [{ ...opening, state: 'javascript:alert(1)' }, /holds no state/],
  ])('says what is wrong, once, and goes on', async (asked, sentence) => {
    await state.open(asked)
    expect(state.problems).toEqual([expect.stringMatching(sentence)])
    expect(posted).toEqual([{ type: 'problem', reason: expect.stringMatching(sentence) }])
    expect(state.shown === undefined).toBe(asked.kind === 'evil')
  })

  test('goes on from a state, and refuses one that is none', async () => {
    await state.open(opening)
    const link = writeLink(check)
    state.receive({ helo: 1, type: 'setState', id: 1, state: link })
    await rest()
    expect(state.shown!.start).toEqual(check)
    state.receive({ helo: 1, type: 'setState', id: 2, state: 's=A' })
    await rest()
    expect(state.shown!.start).toEqual(check)
    expect(posted).toEqual([
      { type: 'answer', id: 1, state: link },
      { type: 'refused', id: 2, reason: expect.any(String) },
    ])
    state.receive({ helo: 1, type: 'reset' })
    expect(state.shown!.start).toBeUndefined()
  })

  test('reports what changes, once the hand rests, and nothing of what it began with', async () => {
    await state.open(opening)
    const report = state.reportOf(state.shown!)
    report.work('check/', check)
    await rest()
    expect(types()).toEqual([])
    expect(state.playground).toBe(`check/#${writeLink(check)}`)
    report.work('check/', { ...check, texts: [] })
    report.work('check/', { ...check, texts: [{ name: 'a', text: 'b' }] })
    await rest()
    expect(types()).toEqual(['state'])
    state.receive({ helo: 1, type: 'getState', id: 7 })
    await rest()
    expect(posted[1]).toEqual({
      type: 'answer',
      id: 7,
      state: (posted[0] as { state: string }).state,
    })
  })

  test('packs nothing before the widget has answered, and then what stands there', async () => {
    await state.open(opening)
    const report = state.reportOf(state.shown!)
    let answer: () => void = () => undefined
    report.packAfter(new Promise((done) => (answer = done)))
    report.work('check/', check)
    await rest()
    report.work('check/', { ...check, texts: [] })
    await rest()
    expect([state.playground, types()]).toEqual(['', []])
    answer()
    await rest()
    expect(types()).toEqual(['state'])
    expect(state.playground).toBe(`check/#${writeLink({ ...check, texts: [] })}`)
  })

  test('says each thing once, and nothing of a widget that another has replaced', async () => {
    await state.open(opening)
    const old = state.reportOf(state.shown!)
    const verdict = { result: 'ok', text: '', details: [] } as const
    for (const _ of [1, 2]) {
      old.verdict(verdict)
      old.goal({ id: 'a', text: 'A', met: true })
      old.step({ id: 'a', done: true, met: ['a'], shown: false })
      old.complete()
    }
    expect(types()).toEqual(['verdict', 'goal', 'step', 'complete'])
    state.reset()
    old.verdict({ ...verdict, result: 'fault' })
    old.work('check/', check)
    expect(types()).toHaveLength(4)
    state.reportOf(state.shown!).verdict(verdict)
    expect(types()).toHaveLength(5)
  })
})

describe('what a page around sends', () => {
  const open = { helo: EMBED_PROTOCOL, type: 'open', ...opening }
  test.each([
    [open],
    [{ ...open, state: 's=x', shares: true, later: 1 }],
    [{ helo: 1, type: 'look', look }],
    [{ helo: 1, type: 'reset' }],
    [{ helo: 1, type: 'getState', id: 0 }],
  ])('%j is taken', (message) => expect(readHostMessage(message)).toEqual(message))

  test.each([
    [undefined],
    ['open'],
    [{}],
    [{ type: 'open' }],
    [{ helo: 1, type: 'future' }],
    [{ helo: '1', type: 'open' }],
    [{ helo: 1, type: '__proto__' }],
  ])('%j is left alone', (message) => expect(readHostMessage(message)).toBeUndefined())

  test.each([
    [{ ...open, helo: 2 }],
    [{ ...open, text: 5 }],
    [{ ...open, text: 'x'.repeat(embedLimits.text + 2) }],
    [{ ...open, options: { a: { toString: 1 } } }],
    [
      {
        ...open,
        options: Object.fromEntries(Array.from({ length: 41 }, (_, at) => [`a${at}`, ''])),
      },
    ],
    [{ ...open, look: { theme: 'red', properties: {} } }],
    [{ ...open, look: { theme: 'dark', properties: { accent: 'x'.repeat(201) } } }],
    [{ helo: 1, type: 'setState', id: -1, state: '' }],
    [{ helo: 1, type: 'setState', id: 1, state: 'x'.repeat(embedLimits.state + 1) }],
  ])('what is damaged is refused', (message) => expect(readHostMessage(message)).toBe('wrong'))
})

describe('the address of a plain frame', () => {
  test('names the kind, the attributes, the look and the text', () =>
    expect(
      openingOf('?kind=zone&theme=dark&helo-accent=red&readonly&sender=x', '#text=v%3Dspf1%20a+b'),
    ).toEqual({
      ...{ kind: 'zone', text: 'v=spf1 a+b', options: { readonly: '', sender: 'x' } },
      look: { theme: 'dark', properties: { accent: 'red' } },
    }))

  test('may have a state', () =>
    expect(openingOf('?kind=zone', '#s=abc')).toMatchObject({ state: 's=abc', text: '' }))

  test('without a kind waits for the page around', () =>
    expect(openingOf('', '#host')).toBeUndefined())

  test('with anything at all is answered', () => {
    for (const hash of ['#text=%', '#text=%ff', '#s=', '#&&&=', `#text=${'x'.repeat(600_000)}`])
      expect(openingOf('?kind=%&theme=<>', hash)).toBeDefined()
  })
})

test.each([
  ['accent', 'rebeccapurple', true],
  ['accent', 'url(https://evil.example/x)', false],
  ['font', '"Inter", sans-serif', true],
  ['font', 'x; background: url(x)', false],
  ['radius', '8px', true],
  ['radius', 'calc(1px)', false],
  ['size', '18px', true],
] as const)('the property %s: %s is fit: %s', (property, value, fit) =>
  expect(isFit(property, value, (text) => /^[a-z]+(\(.*\))?$/.test(text))).toBe(fit),
)
