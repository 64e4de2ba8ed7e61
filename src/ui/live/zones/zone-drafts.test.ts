import { beforeEach, describe, expect, test } from 'vitest'
import type { Draft } from './draft.svelte.ts'
import { readDrafts } from './kept-drafts.ts'
import { fakeBridge, type FakeBridge } from './testing/fake-bridge.ts'
import { ZoneDrafts } from './zone-drafts.svelte.ts'

const texts = { 'example.org': 'one\ntwo\nthree', 'example.net': 'net' }
const org = 'example.org'
let bridge: FakeBridge
let page: ZoneDrafts

/** A page that has asked the bridge. */
async function open(of = bridge): Promise<ZoneDrafts> {
  const drafts = new ZoneDrafts(of)
  drafts.refresh()
  await of.wait(0)
  return drafts
}

const draft = (of = page, origin = org): Draft => of.all.find((one) => one.origin === origin)!

/** As the event stream does. */
const tell = async (...pages: readonly ZoneDrafts[]): Promise<void> => {
  for (const one of pages) one.refresh()
  await bridge.wait(0)
}

beforeEach(async () => {
  bridge = fakeBridge(texts)
  page = await open()
})

describe('an edit', () => {
  test('is sent when the keys rest, and once', async () => {
    expect(draft().status).toBe('served')
    page.edit(draft(), 'a')
    await bridge.wait(500)
    page.edit(draft(), 'ab')
    await bridge.wait(500)
    expect({ puts: bridge.puts, status: draft().status }).toEqual({ puts: [], status: 'typed' })
    await bridge.wait(500)
    expect(bridge.puts).toEqual(['ab'])
    expect(draft().status).toBe('served')
    expect(page.served).toContainEqual({ origin: org, file: `${org}.zone`, text: 'ab' })
    await tell(page)
    expect(bridge.puts).toEqual(['ab'])
  })

  test('with an error is held, and what was served before goes on', async () => {
    page.edit(draft(), 'bad!')
    await bridge.wait(1000)
    expect(draft().status).toBe('held')
    expect(page.served[0]!.text).toBe(texts[org])
  })

  test('goes on while another one is on its way', async () => {
    page.edit(draft(), 'a')
    const waited = bridge.wait(700)
    page.edit(draft(), 'a')
    await waited
    page.edit(draft(), 'ab')
    await tell(page)
    // News does not send what is still being typed.
    expect(bridge.puts).toEqual(['a'])
    await bridge.wait(1000)
    expect(bridge.puts).toEqual(['a', 'ab'])
    expect(draft().status).toBe('served')
  })

  test('that the bridge does not take stays, with the reason, until the next', async () => {
    bridge.refusal = 'Too long.'
    page.edit(draft(), 'long')
    await bridge.wait(1000)
    expect({ status: draft().status, why: draft().refusal }).toEqual({
      ...{ status: 'refused', why: 'Too long.' },
    })
    bridge.refusal = ''
    page.edit(draft(), 'short')
    await bridge.wait(1000)
    expect(draft().status).toBe('served')
  })

  test('is kept while the line is down, and sent when it is back', async () => {
    bridge.isUp = false
    page.edit(draft(), 'mine')
    await bridge.wait(1000)
    expect({ status: draft().status, isReached: page.isReached }).toEqual({
      ...{ status: 'typed', isReached: false },
    })
    bridge.isUp = true
    await bridge.wait(10_000)
    expect(bridge.zone(org).text).toBe('mine')
    expect({ status: draft().status, isReached: page.isReached }).toEqual({
      ...{ status: 'served', isReached: true },
    })
  })

  test('is not sent by a page that may not edit', async () => {
    bridge.editing = 'locked'
    await tell(page)
    page.edit(draft(), 'mine')
    await bridge.wait(1000)
    expect(bridge.puts).toEqual([])
  })
})

describe('two pages', () => {
  let other: ZoneDrafts
  beforeEach(async () => (other = await open()))

  test('one that only reads says that somebody else changed a zone, until that was seen', async () => {
    other.edit(draft(other), 'theirs')
    await bridge.wait(1000)
    await tell(page, other)
    expect(draft()).toMatchObject({ text: 'theirs', wasChanged: true, replaced: undefined })
    expect(draft(other).wasChanged).toBe(false)
    expect(draft(page, 'example.net').wasChanged).toBe(false)
    page.edit(draft(), 'theirs and mine')
    expect(draft().wasChanged).toBe(false)
  })

  test('see what the other edits', async () => {
    other.edit(draft(other), 'theirs')
    await bridge.wait(1000)
    await tell(page, other)
    expect(draft()).toMatchObject({ text: 'theirs', status: 'served', replaced: undefined })
  })

  test('that edit one zone at a time are told of what took the place of theirs', async () => {
    page.edit(draft(), 'mine')
    await bridge.wait(1000)
    await tell(other)
    other.edit(draft(other), 'theirs')
    await bridge.wait(1000)
    await tell(page)
    expect(draft()).toMatchObject({ text: 'theirs', status: 'served', replaced: 'mine' })
    page.edit(draft(), 'mine')
    expect(draft().replaced).toBeUndefined()
  })

  test.each(['before it is sent', 'when it is sent'])(
    'that edit at once clash, %s, and lose nothing',
    async (when) => {
      other.edit(draft(other), 'theirs')
      await bridge.wait(1000)
      page.edit(draft(), 'mine')
      if (when === 'before it is sent') await tell(page)
      await bridge.wait(1000)
      expect(draft()).toMatchObject({ text: 'mine', status: 'clash', clash: 'other' })
      expect(draft().bridge!.text).toBe('theirs')
      expect(bridge.zone(org).text).toBe('theirs')
      // What is typed meanwhile waits too.
      page.edit(draft(), 'mine too')
      await bridge.wait(5000)
      expect(bridge.zone(org).text).toBe('theirs')
      expect(page.clashes).toEqual([draft()])
      page.settle(draft(), 'both')
      await bridge.wait(1000)
      expect(bridge.zone(org).text).toBe('both')
      expect(draft().status).toBe('served')
    },
  )

  test('that write the same do not clash', async () => {
    other.edit(draft(other), 'same')
    await bridge.wait(1000)
    page.edit(draft(), 'same')
    await tell(page)
    await bridge.wait(1000)
    expect(draft().status).toBe('served')
  })

  test('leave a clash with the text of the other', async () => {
    other.edit(draft(other), 'theirs')
    await bridge.wait(1000)
    page.edit(draft(), 'mine')
    await tell(page)
    page.settle(draft(), 'theirs')
    await bridge.wait(1000)
    expect(bridge.puts).toEqual(['theirs'])
    expect(draft()).toMatchObject({ text: 'theirs', status: 'served' })
  })
})

describe('a bridge that begins anew', () => {
  beforeEach(async () => {
    page.edit(draft(), 'mine')
    await bridge.wait(1000)
    bridge.restart()
  })

  test('finds what was typed before, to be sent again', async () => {
    await tell(page)
    expect(draft()).toMatchObject({ text: 'mine', status: 'clash', clash: 'restart' })
    expect(draft(page, 'example.net').status).toBe('served')
    page.settle(draft(), 'mine')
    await bridge.wait(1000)
    expect(bridge.zone(org)).toMatchObject({ text: 'mine', version: 2 })
  })

  test('takes no edit of the run before, though the version is the same', async () => {
    bridge.edit(org, 'again')
    expect(bridge.zone(org).version).toBe(draft().base.version)
    page.edit(draft(), 'mine two')
    await bridge.wait(1000)
    expect(draft()).toMatchObject({ text: 'mine two', clash: 'restart' })
    expect(bridge.zone(org).text).toBe('again')
  })

  test('with another world keeps what it has no zone for', async () => {
    bridge.restart({ 'other.example': 'x' })
    await tell(page)
    expect(page.all.map(({ origin, status }) => `${origin} ${status}`)).toEqual([
      'other.example served',
      'example.org gone',
    ])
    page.drop(draft())
    expect(page.all).toHaveLength(1)
  })

  test('and a page that begins anew too still has it', async () => {
    const again = await open()
    expect(draft(again)).toMatchObject({ text: 'mine', status: 'clash', clash: 'restart' })
    expect(again.all.map(({ status }) => status)).toEqual(['clash', 'served'])
  })
})

describe('a page that is opened again', () => {
  test('sends what it could not send, where the zone is as it was', async () => {
    bridge.isUp = false
    page.edit(draft(), 'mine')
    bridge.isUp = true
    const again = await open()
    await bridge.wait(1000)
    expect(bridge.zone(org).text).toBe('mine')
    expect(draft(again).status).toBe('served')
  })

  test('clashes where it is not', async () => {
    bridge.isUp = false
    page.edit(draft(), 'mine')
    bridge.isUp = true
    bridge.edit(org, 'theirs')
    expect(draft(await open())).toMatchObject({ text: 'mine', clash: 'other' })
  })

  test('takes what others did to what it had sent', async () => {
    page.edit(draft(), 'mine')
    await bridge.wait(1000)
    bridge.edit(org, 'theirs')
    expect(draft(await open())).toMatchObject({ text: 'theirs', status: 'served' })
  })

  test('keeps nothing where nothing was edited', async () => {
    expect(bridge.kept.size).toBe(0)
    page.edit(draft(), 'mine')
    expect(bridge.kept.size).toBe(1)
    page.edit(draft(), texts[org])
    await bridge.wait(1000)
    expect(bridge.kept.size).toBe(0)
  })

  test.each([
    ['null'],
    ['{'],
    ['{"v":2,"zones":{}}'],
    ['{"v":1,"zones":[1]}'],
    ['{"v":1,"zones":{"a":{"text":"x","first":"x","base":{"run":1.5,"version":1,"text":""}}}}'],
    ['{"v":1,"zones":{"a":{"text":"x","first":"x","base":null}}}'],
  ])('reads nothing of %s', (text) => expect(readDrafts(text)).toEqual({}))
})

test('a browser that keeps nothing is noted, and the edit is sent all the same', async () => {
  const full = fakeBridge(texts)
  const drafts = await open({
    ...full,
    store: {
      read: () => ({}),
      write() {
        throw new Error('full')
      },
    },
  })
  drafts.edit(draft(drafts), 'mine')
  await full.wait(1000)
  expect(drafts.isKept).toBe(false)
  expect(full.zone(org).text).toBe('mine')
})

test('a host that keeps answers is let forget them', async () => {
  expect(page.caches).toEqual(['mx.example'])
  expect(await page.forget('mx.example')).toBe(true)
  expect(await page.forget('other.example')).toBe(false)
})
