import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { metIn } from '../../lab/class/dots.ts'
import {
  CLASS_PROTOCOL,
  type ScreenMessage,
  type ScreenPosition,
  type StudentRow,
  type StudentView,
} from '../../lab/class/protocol.ts'
import { openClass, type OpenClass } from './open-class.ts'
import { ClassClient } from './testing/class-client.ts'

const site = mkdtempSync(join(tmpdir(), 'helo-class-'))
mkdirSync(join(site, 'assets'))
writeFileSync(join(site, 'assets/base-1a2b.js'), 'export {}\n'.repeat(100))
writeFileSync(join(site, 'index.html'), '<head></head><h1>here</h1>')
afterAll(() => rmSync(site, { recursive: true }))

const open: OpenClass[] = []
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.end()))
})

async function held(now = () => Date.now()): Promise<{ held: OpenClass; client: ClassClient }> {
  const one = await openClass({
    ...{ site, listen: ['127.0.0.1'], port: 0, names: ['laptop.local'] },
    ...{ begin: { slug: 'speak-smtp' }, now },
  })
  open.push(one)
  return { held: one, client: new ClassClient(one.port) }
}

const report = (number: number, dots: string[], typed = '') => ({
  ...{ kind: 'report', number, place: { slug: 'speak-smtp', step: 'hello' }, dots },
  made: typed ? 1 : 0,
  mistakes: typed
    ? [{ kind: 'reply', cause: '500 HELLO', typed, answered: '500 What?', times: 1 }]
    : [],
})

test('twenty students: what each does is on the board, and on no other student’s page', async () => {
  const { held: one, client } = await held()
  const rows = new Map<number, StudentRow>()
  await client.board(one.secret, ({ part, students }) => {
    if (part === 'all') rows.clear()
    for (const row of students) rows.set(row.student, row)
  })
  const students = await Promise.all(
    Array.from({ length: 20 }, async (_, at) => {
      const joined = await client.join(one.code, `Student ${at}`)
      const views: StudentView[] = []
      await client.student(joined.key, (view) => views.push(view))
      return { ...joined, views }
    }),
  )
  await vi.waitFor(() => expect([...rows.values()].filter(({ isHere }) => isHere)).toHaveLength(20))
  await Promise.all(
    students.map(({ key }, at) =>
      client.ask('say', key, report(1, ['1'.repeat(at), '0'], 'HELLO')),
    ),
  )
  await vi.waitFor(() =>
    expect([...rows.values()].reduce((sum, { dots }) => sum + metIn(dots), 0)).toBe(190),
  )
  await client.ask('teach', one.secret, {
    ...{ kind: 'ask', question: { text: 'Which?', choices: ['a', 'b'], right: 1 } },
  })
  await vi.waitFor(() =>
    students.forEach(({ views }) => expect(views.at(-1)?.question?.text).toBe('Which?')),
  )
  await Promise.all(
    students.map(({ key }, at) =>
      client.ask('say', key, { kind: 'answer', question: 1, choice: at % 2 }),
    ),
  )
  const seen = JSON.stringify(students.map(({ views }) => views.at(-1)))
  expect(seen).not.toMatch(/counts|right|HELLO/)
  await client.ask('teach', one.secret, { kind: 'reveal', question: 1 })
  await vi.waitFor(() =>
    students.forEach(({ views }, at) =>
      expect(views.at(-1)?.question).toMatchObject({ right: 1, counts: [10, 10], mine: at % 2 }),
    ),
  )
})

/** What the presenter's page sends, one key after the other. */
const shows = { place: { slug: 'speak-smtp' }, look: {}, run: 5 }
const presents = { ...shows, kind: 'present', work: { edition: 1 }, journal: [] }
const types = (from: number, data: string) => ({
  ...{ ...shows, kind: 'go-on', from },
  inputs: [{ kind: 'type', data }],
})

test('keys of the presenter come to pages that follow, late ones and lost ones too, and to no others', async () => {
  const { held: one, client } = await held()
  const teach = (body: unknown) => client.ask('teach', one.secret, body)
  const { key } = await client.join(one.code, 'Ann')
  const others: unknown[] = []
  await client.follow('events', key, (value) => others.push(value))
  const follower = async (at?: ScreenPosition) => {
    const heard: ScreenMessage[] = []
    const leave = await client.screen(key, (message) => heard.push(message), at)
    const has = (count: number) => vi.waitFor(() => expect(heard.at(-1)?.count).toBe(count))
    return { heard, leave, has }
  }
  const early = await follower()
  expect((await teach(presents)).status).toBe(204)
  for (const [at, data] of ['E', 'H', 'L', 'O'].entries()) await teach(types(at, data))
  await early.has(4)
  early.leave()
  expect((await teach(types(4, ' '))).status).toBe(204)
  expect((await teach(types(4, ' '))).status).toBe(204)
  expect((await teach(types(9, 'x'))).status).toBe(409)
  const back = await follower({ run: 5, count: 4 })
  await back.has(5)
  expect(back.heard[0]).toMatchObject({ from: 4, inputs: [{ data: ' ' }] })
  expect(back.heard[0]).not.toHaveProperty('work')
  const late = await follower()
  await late.has(5)
  expect(late.heard[0]).toMatchObject({ work: { edition: 1 }, inputs: [{ data: 'EHLO ' }] })
  await teach({ ...presents, run: 6 })
  await vi.waitFor(() => expect(back.heard.at(-1)).toMatchObject({ run: 6, inputs: [] }))
  expect(JSON.stringify(others)).not.toContain('"inputs"')
})

test('a page that comes back gets the present state, and a report sent twice changes nothing', async () => {
  const { held: one, client } = await held()
  const { key } = await client.join(one.code, 'Ann')
  await client.ask('say', key, report(7, ['10']))
  const leave = await client.student(key, () => undefined)
  leave()
  await vi.waitFor(() => expect(one.room.room.students.get(1)?.isHere).toBe(false))
  const views: StudentView[] = []
  await client.student(key, (view) => views.push(view))
  await vi.waitFor(() => expect(views[0]).toMatchObject({ name: 'Ann', report: 7 }))
  await client.ask('say', key, report(6, ['00']))
  await client.ask('say', key, report(7, ['00']))
  expect(one.room.room.students.get(1)?.dots).toEqual(['10'])
})

test('who is removed hears of it, and is not heard any longer', async () => {
  const { held: one, client } = await held()
  const { key } = await client.join(one.code, 'Ann')
  const ends: string[] = []
  await client.follow(
    'events',
    key,
    () => undefined,
    (name) => ends.push(name),
  )
  expect((await client.ask('teach', one.secret, { kind: 'remove', student: 1 })).status).toBe(204)
  await vi.waitFor(() => expect(ends).toEqual(['gone']))
  expect((await client.ask('me', key)).status).toBe(401)
})

test('a page that says nothing for long is gone, and one that asks is not', async () => {
  let now = 0
  const { held: one, client } = await held(() => now)
  const [silent, there] = [await client.join(one.code), await client.join(one.code)]
  for (const { key } of [silent, there]) await client.student(key, () => undefined)
  now = 60_000
  await client.ask('me', there.key)
  now = 120_000
  one.cutSilent()
  const isHere = () => [...one.room.room.students.values()].map((student) => student.isHere)
  await vi.waitFor(() => expect(isHere()).toEqual([false, true]))
})

test('the end is announced', async () => {
  const { held: one, client } = await held()
  const { key } = await client.join(one.code)
  const ends: string[] = []
  await client.follow(
    'events',
    key,
    () => undefined,
    (name) => ends.push(name),
  )
  await client.follow(
    'board',
    one.secret,
    () => undefined,
    (name) => ends.push(name),
  )
  await one.end()
  await vi.waitFor(() => expect(ends).toEqual(['end', 'end']))
})

describe('nothing is done for', () => {
  const follow = { kind: 'follow', on: true }

  test.each([
    ['a teacher without the secret', 'teach', 'x', follow, 401],
    ['a student as teacher', 'teach', 'KEY', follow, 401],
    ['a student who looks at the board', 'board', 'KEY', undefined, 401],
    ['a student who asks for the facts', 'facts', 'KEY', undefined, 401],
    ['a wrong code', 'join', 'abcdef', { kind: 'join', version: 1, name: '' }, 401],
    ['a wrong key', 'say', 'x', { kind: 'leave' }, 401],
    ['the code as a key', 'say', 'CODE', { kind: 'leave' }, 401],
    ['no JSON', 'say', 'KEY', '{', 400],
    ['no message', 'say', 'KEY', { kind: 'teach' }, 400],
    ['a second join with a key', 'say', 'KEY', { kind: 'join', version: 1, name: '' }, 400],
    ['more than a message may have', 'say', 'KEY', 'x'.repeat(20_000), 400],
    ['an answer to nothing', 'say', 'KEY', { kind: 'answer', question: 1, choice: 0 }, 409],
    ['a place that is none', 'rooms', 'KEY', undefined, 404],
    ['a way out', '../../etc/passwd', 'KEY', undefined, 404],
    ['the wrong method', 'say', 'KEY', undefined, 405],
  ] as const)('%s', async (_, name, key, body, status) => {
    const { held: one, client } = await held()
    const keys = { KEY: (await client.join(one.code)).key, CODE: one.code, x: 'x' }
    const before = { ...one.room.room, turn: 0 }
    const given = keys[key as keyof typeof keys] ?? key
    expect((await client.ask(name, given, body)).status).toBe(status)
    expect({ ...one.room.room, turn: 0 }).toEqual(before)
  })

  test.each([
    ['another site’s page', { origin: 'http://evil.example' }],
    ['a name of another site for this machine', { host: 'evil.example' }],
    ['a page of another site, as browsers say', { 'sec-fetch-site': 'cross-site' }],
  ])('%s', async (_, headers) => {
    const { held: one, client } = await held()
    const body = { kind: 'join', version: CLASS_PROTOCOL, name: '' }
    expect((await client.ask('join', one.code, body, headers)).status).toBe(403)
  })
})

test('a name that was given is this machine’s', async () => {
  const { held: one, client } = await held()
  const host = `laptop.local:${one.port}`
  const body = { kind: 'join', version: CLASS_PROTOCOL, name: '' }
  const headers = { host, origin: `http://${host}` }
  expect((await client.ask('join', one.code, body, headers)).status).toBe(200)
  expect(one.links[0]).toBe(`http://${host}/class/#${one.code}`)
})

test('who says too much is held up, and others are not', async () => {
  const { held: one, client } = await held(() => 0)
  const [loud, quiet] = [await client.join(one.code), await client.join(one.code)]
  const statuses = await Promise.all(
    Array.from({ length: 50 }, (_, at) => client.ask('say', loud.key, report(at + 1, ['0']))),
  )
  expect(statuses.filter(({ status }) => status === 429)).toHaveLength(20)
  expect((await client.ask('say', quiet.key, report(1, ['1']))).status).toBe(200)
})

test('who guesses codes is held up, and the class goes on', async () => {
  const { held: one, client } = await held(() => 0)
  const { key } = await client.join(one.code)
  const views: StudentView[] = []
  await client.student(key, (view) => views.push(view))
  const tries = await Promise.all(
    Array.from({ length: 30 }, () => client.ask('join', 'aaaaaa', {})),
  )
  expect(tries.filter(({ status }) => status === 429).length).toBeGreaterThan(10)
  await vi.waitFor(() => expect(views).not.toEqual([]))
})

test('a board that reads nothing gets the present state once it reads', async () => {
  const { held: one, client } = await held()
  const { key } = await client.join(one.code)
  const parts: string[] = []
  let last: StudentRow | undefined
  await client.board(one.secret, ({ part, students }) => {
    parts.push(part)
    last = students.at(-1) ?? last
  })
  for (let at = 1; at <= 25; at++) await client.ask('say', key, report(at, ['1'.repeat(at)]))
  await vi.waitFor(() => expect(metIn(last?.dots ?? [])).toBe(25))
  expect(parts.length).toBeLessThan(15)
})

test('what has a digest in its name is asked for once', async () => {
  const { held: one } = await held()
  const root = `http://127.0.0.1:${one.port}`
  for (const _ of [1, 2]) {
    const answer = await fetch(`${root}/assets/base-1a2b.js`)
    expect(await answer.text()).toBe('export {}\n'.repeat(100))
    expect(answer.headers.get('content-type')).toContain('text/javascript')
    expect(answer.headers.get('content-encoding')).toBe('gzip')
    expect(answer.headers.get('cache-control')).toContain('immutable')
  }
  expect((await fetch(`${root}/assets/none.js`)).status).toBe(404)
  expect((await fetch(`${root}/assets/..%2f..%2fetc%2fpasswd`)).status).toBe(404)
})

test('pages are marked, and no file outside of the site is read', async () => {
  const { held: one } = await held()
  const root = `http://127.0.0.1:${one.port}`
  expect(await (await fetch(root)).text()).toContain('name="helo-world-class"')
  expect((await fetch(`${root}/..%2f..%2fetc/passwd`)).status).toBe(404)
  expect((await fetch(root, { method: 'PUT', body: 'x' })).status).toBe(405)
})
