import { expect, test } from 'vitest'
import { check } from '../../lab/check/check.ts'
import type { CheckAsked, Checked } from '../../lab/check/checked.ts'
import { checkLimits } from '../../lab/check/limits.ts'
import { writeLink } from '../../lab/link/write-link.ts'
import type { LinkedCheck } from '../../lab/link/link.ts'
import { memoryStorage } from '../state/testing/memory-storage.ts'
import { CheckState, type PageText } from './check-state.svelte.ts'
import { openKept } from './kept.ts'
import { reportText, summaryOf } from './report-text.ts'

const noCrypto = { answer: () => Promise.resolve(undefined) }

function opened(start?: LinkedCheck) {
  const stored: LinkedCheck[] = []
  const waiting: (() => void)[] = []
  const page = new CheckState(
    {
      client: {
        ask: ((_: string, asked: CheckAsked) => check(asked, noCrypto)) as never,
        close: () => undefined,
      },
      now: () => 0,
      store: (one) => stored.push(one) > 0,
      later: (act) => void waiting.push(act),
    },
    start,
  )
  const settle = async () => {
    for (const act of waiting.splice(0)) act()
    await expect.poll(() => page.isReading).toBe(false)
  }
  return { page, stored, settle }
}

const zone = { name: 'example.org', text: '@ TXT "v=spf1 -all mx"\n' }

test('a fix is made, and undone', async () => {
  const { page, settle } = opened({ v: 1, texts: [zone] })
  await settle()
  const found = page.answer!.checked.findings.find(({ fixes }) => fixes.length > 0)!
  page.apply(found.fixes[0]!)
  await settle()
  expect(page.texts[0]!.text).not.toBe(zone.text)
  expect(page.canUndo).toBe(true)
  page.undo()
  expect(page.texts[0]!.text).toBe(zone.text)
})

test('a fix for what stood there before takes nothing away that was typed since', async () => {
  const { page, settle } = opened({ v: 1, texts: [zone] })
  await settle()
  const found = page.answer!.checked.findings.find(({ fixes }) => fixes.length > 0)!
  page.edit(page.texts[0]!.id, { text: `${zone.text}www A 192.0.2.1\n` })
  page.apply(found.fixes[0]!)
  expect(page.texts[0]!.text).toContain('www')
})

test('what is dropped takes the place of an empty text, and no more than may be are taken', async () => {
  const { page } = opened()
  page.add(zone)
  expect(page.texts).toHaveLength(1)
  page.add(...Array<typeof zone>(checkLimits.texts + 5).fill(zone))
  expect(page.texts).toHaveLength(checkLimits.texts)
  expect(page.notice).toContain(`${checkLimits.texts} texts`)
})

test('a message that is there is what arrived, once its copy is asked for', async () => {
  const { page, settle } = opened({
    v: 1,
    texts: [{ name: 'a.eml', text: 'From: a@b.example\n\nHi\n' }, zone],
  })
  await settle()
  page.addCopies()
  expect(page.texts.map(({ copy, name }) => copy ?? name)).toEqual([
    ...['sent', 'arrived', 'example.org'],
  ])
  page.addFile({ name: 'sent.eml', text: 'From: a@b.example\n\nHi!\n' })
  await settle()
  expect(page.answer?.checked.comparison?.changes).toHaveLength(1)
})

test('a report has a line for each thing that was found', async () => {
  const { page, settle } = opened({ v: 1, texts: [zone] })
  await settle()
  const { checked, of } = page.answer!
  expect(summaryOf(checked)).toMatch(/warning/)
  expect(reportText(checked, of)).toMatch(/^! example\.org, line 1: .*\(RFC 7208 §5\.1\)$/m)
})

test('a link is shown beside one’s own texts, and its edits are kept for it alone', () => {
  const storage = memoryStorage() as never as Storage
  const own = openKept('', () => storage)
  own.store({ v: 1, texts: [zone] })
  const hash = `#${writeLink({ v: 1, texts: [{ name: '', text: 'v=spf1 -all' }] })}`
  const linked = openKept(hash, () => storage)
  expect(linked).toMatchObject({ isLinked: true, start: { texts: [{ text: 'v=spf1 -all' }] } })
  linked.store({ v: 1, texts: [{ name: '', text: 'v=spf1 mx -all' }] })
  expect(openKept(hash, () => storage).start?.texts[0]?.text).toBe('v=spf1 mx -all')
  expect(openKept('', () => storage).start?.texts[0]?.text).toBe(zone.text)
})

test.each(['#s=broken!', `#${writeLink({ v: 1, slug: 'a', edition: 1, journal: [] })}`])(
  'a link that is none of this page leaves one’s own',
  (hash) => {
    const storage = memoryStorage() as never as Storage
    openKept('', () => storage).store({ v: 1, texts: [zone] })
    const kept = openKept(hash, () => storage)
    expect(kept).toMatchObject({ isLinked: false, start: { texts: [zone] } })
    expect(kept.fault).toBeDefined()
  },
)

test.each(['{', '{"texts":[{"name":1}]}', '[]', 'null'])('stored %s is no check', (text) => {
  const storage = memoryStorage() as never as Storage
  storage.setItem('helo-world/check', text)
  expect(openKept('', () => storage).start).toBeUndefined()
})

test('storage that is blocked keeps nothing, and says so', () => {
  const blocked = () => {
    throw new Error('blocked')
  }
  expect(openKept('', blocked).store({ v: 1, texts: [zone] })).toBe(false)
})

test('an engine that is long over an older text is started anew for a newer one', async () => {
  let now = 0
  let closed = 0
  const asked: CheckAsked[] = []
  const answers: ((checked: Checked) => void)[] = []
  const page = new CheckState(
    {
      client: {
        ask: ((_: string, one: CheckAsked) => {
          asked.push(one)
          return new Promise((resolve) => answers.push(resolve as never))
        }) as never,
        close: () => void closed++,
      },
      now: () => now,
      store: () => true,
      later: (act) => act(),
    },
    { v: 1, texts: [zone] },
  )
  const [{ id }] = page.texts as [PageText]
  now = 2000
  page.edit(id, { text: `${zone.text}a A 192.0.2.1\n` })
  expect({ closed, asked: asked.length }).toEqual({ closed: 0, asked: 2 })
  now = 4000
  page.edit(id, { text: `${zone.text}b A 192.0.2.1\n` })
  expect({ closed, asked: asked.length }).toEqual({ closed: 1, asked: 3 })
  const checked = await check(asked[2]!, noCrypto)
  answers[0]!(await check(asked[0]!, noCrypto))
  answers[2]!(checked)
  await expect.poll(() => page.isReading).toBe(false)
  expect(page.answer?.checked).toBe(checked)
  expect(page.answer?.of[0]?.text).toContain('b A')
})
