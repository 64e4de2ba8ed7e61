import { beforeEach, describe, expect, test } from 'vitest'
import type { Plan } from './plan.ts'
import { SiteStore } from './site-store.ts'
import type { StoredSite } from './stored-site.ts'
import { MemoryCaches } from './testing/memory-caches.ts'

const scope = 'https://mail.example/some/folder/'

const build = (version: string): StoredSite => ({
  version,
  languages: [
    { folder: '', packs: [`assets/offline-site-${version}.json`], assets: [] },
    {
      folder: 'de/',
      packs: [`assets/offline-de-${version}.json`],
      assets: [`assets/seite-${version}.js`],
    },
  ],
  assets: ['assets/same.js', `assets/page-${version}.js`],
  shared: ['theme.js'],
  onUse: [`assets/editor-${version}.js`],
})

const filesOf = (version: string): Record<string, string> => ({
  [`assets/offline-site-${version}.json`]: JSON.stringify({
    ...{ '': `home ${version}`, 'sandbox/': `sandbox ${version}`, 'offline/': 'about' },
    'course.json': `"${version}"`,
    'theme.js': 'theme',
  }),
  [`assets/offline-de-${version}.json`]: JSON.stringify({
    ...{ 'de/': `Start ${version}`, 'de/offline/': 'über', 'theme.js': 'theme' },
    'de/course.json': `"${version}, deutsch"`,
  }),
  [`assets/seite-${version}.js`]: `Seite ${version}`,
  'assets/same.js': 'same',
  [`assets/page-${version}.js`]: `page ${version}`,
  [`assets/editor-${version}.js`]: `editor ${version}`,
})

let caches: MemoryCaches
let host: Record<string, string>
let isOnline: boolean
let asked: string[]

beforeEach(() => {
  caches = new MemoryCaches()
  host = filesOf('one')
  isOnline = true
  asked = []
})

const typeOf = (path: string) =>
  path.endsWith('.js')
    ? 'text/javascript'
    : path.endsWith('.json')
      ? 'application/json'
      : 'text/html'

const storeOf = (version: string) =>
  new SiteStore(build(version), {
    ...{ caches, scope },
    fetch: (request) => {
      if (!isOnline) return Promise.reject(new TypeError('no network'))
      const path = (typeof request === 'string' ? request : request.url).slice(scope.length)
      asked.push(path)
      const text = host[path]
      const headers = { 'Content-Type': typeOf(path) }
      return Promise.resolve(
        new Response(text ?? '', { status: text === undefined ? 404 : 200, headers }),
      )
    },
  })

const answer = (
  store: SiteStore,
  kind: 'page' | 'data' | 'piece',
  path: string,
  version?: string,
) => store.answer({ kind, path } satisfies Plan, new Request(scope + path), version)
const text = async (...given: Parameters<typeof answer>) => (await answer(...given)).text()
const names = () => caches.keys().then((all) => all.map((name) => name.split(' ').at(-1)))

test('what is stored whole answers without a network', async () => {
  const store = storeOf('one')
  await store.fill([''])
  isOnline = false
  expect(await store.isWhole('')).toBe(true)
  expect(await text(store, 'page', '')).toBe('home one')
  expect(await text(store, 'data', 'course.json')).toBe('"one"')
  expect(await text(store, 'piece', 'assets/page-one.js')).toBe('page one')
  expect((await answer(store, 'page', '')).headers.get('Content-Type')).toMatch(/^text\/html/)
})

test('what is stored whole is not asked for again', async () => {
  const store = storeOf('one')
  await store.fill([''])
  asked = []
  await answer(store, 'page', 'sandbox/')
  await answer(store, 'piece', 'assets/same.js')
  expect(asked).toEqual([])
})

test('a folder without its slash leads to it, with what was asked of it', async () => {
  const store = storeOf('one')
  await store.fill([''])
  const plan = { kind: 'page', path: 'sandbox' } as const
  const { headers } = await store.answer(plan, new Request(`${scope}sandbox?world=bank`))
  expect(headers.get('Location')).toBe(`${scope}sandbox/?world=bank`)
})

test('a page that is not stored comes from the network, or leads to the page that says so', async () => {
  const store = storeOf('one')
  await store.fill([''])
  host['new/'] = 'new'
  expect(await text(store, 'page', 'new/')).toBe('new')
  isOnline = false
  const { headers } = await answer(store, 'page', 'new/')
  expect(headers.get('Location')).toBe(`${scope}offline/?missing`)
  await expect(answer(store, 'data', 'none.json')).rejects.toThrow('no network')
})

test('an install that breaks off goes on where it was', async () => {
  const script = host['assets/page-one.js']!
  delete host['assets/page-one.js']
  const store = storeOf('one')
  await expect(store.fill([''])).rejects.toThrow('assets/page-one.js: 404')
  expect(await store.isWhole('')).toBe(false)
  host['assets/page-one.js'] = script
  await storeOf('one').fill([''])
  expect(asked.filter((path) => path === 'assets/same.js')).toHaveLength(1)
  expect(await store.isWhole('')).toBe(true)
})

test('what is removed while it comes is not taken for all of it', async () => {
  const store = storeOf('one')
  const filled = store.fill([''])
  await store.remove()
  await expect(filled).rejects.toThrow('gone')
  expect(await store.isWhole('')).toBe(false)
})

test('a host that answers with a page for a script breaks the install off', async () => {
  const store = new SiteStore(build('one'), {
    ...{ caches, scope },
    fetch: () =>
      Promise.resolve(new Response('<html>', { headers: { 'Content-Type': 'text/html' } })),
  })
  await expect(store.fill([''])).rejects.toThrow('200')
})

test('who saves data keeps what was used; the network is asked first for pages', async () => {
  const store = storeOf('one')
  await store.begin()
  host[''] = 'home one'
  expect(await text(store, 'page', '')).toBe('home one')
  expect(await text(store, 'piece', 'assets/page-one.js')).toBe('page one')
  host[''] = 'home, changed'
  expect(await text(store, 'page', '')).toBe('home, changed')
  isOnline = false
  expect(await text(store, 'page', '')).toBe('home, changed')
  expect(await text(store, 'piece', 'assets/page-one.js')).toBe('page one')
  await expect(answer(store, 'page', 'sandbox/')).rejects.toThrow('no network')
  expect(await store.isWhole('')).toBe(false)
})

test('the editor is kept once it is used, and then comes with a newer version', async () => {
  const store = storeOf('one')
  await store.fill([''])
  expect(asked).not.toContain('assets/editor-one.js')
  await answer(store, 'piece', 'assets/editor-one.js')
  host = filesOf('two')
  asked = []
  const newer = storeOf('two')
  await newer.fill([''])
  expect(asked).toContain('assets/editor-two.js')
  // What is the same is not fetched again.
  expect(asked).not.toContain('assets/same.js')
  isOnline = false
  expect(await text(newer, 'piece', 'assets/editor-two.js')).toBe('editor two')
})

test('a page of the old version has its own data and scripts as long as it is open', async () => {
  const old = storeOf('one')
  await old.fill([''])
  await old.note('tab')
  host = filesOf('two')
  const newer = storeOf('two')
  await newer.fill([''])
  await newer.tidy(['tab'])
  const version = await newer.versionOf('tab')
  expect(version).toBe('one')
  expect(await text(newer, 'data', 'course.json', version)).toBe('"one"')
  expect(await text(newer, 'data', 'course.json')).toBe('"two"')
  expect(await text(newer, 'piece', 'assets/page-one.js')).toBe('page one')
  expect(await names()).toContain('one')

  await newer.tidy(['another tab'])
  expect(await names()).toEqual(['pages', 'two'])
  expect(await newer.versionOf('tab')).toBeUndefined()
})

test('a page of a version that is gone gets what there is', async () => {
  const store = storeOf('two')
  host = filesOf('two')
  await store.fill([''])
  expect(await text(store, 'data', 'course.json', 'one')).toBe('"two"')
})

test('what was removed stays removed, and the page goes on by the network', async () => {
  await caches.open('another site')
  const store = storeOf('one')
  await store.fill([''])
  await store.remove()
  expect(await caches.keys()).toEqual(['another site'])
  host[''] = 'from the host'
  expect(await text(store, 'page', '')).toBe('from the host')
  expect(await text(store, 'piece', 'assets/same.js')).toBe('same')
  expect(await caches.keys()).toEqual(['another site'])
})

test('a storage that is full leaves the answer to the page', async () => {
  const store = storeOf('one')
  await store.begin()
  const cache = (await caches.open(`helo-world /some/folder/ one`)) as { put: unknown }
  cache.put = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
  expect(await text(store, 'piece', 'assets/same.js')).toBe('same')
})

describe('of two languages', () => {
  test('only the one that is asked for is stored', async () => {
    const store = storeOf('one')
    await store.fill(['de/'])
    expect(asked).toContain('assets/seite-one.js')
    expect(asked).not.toContain('assets/offline-site-one.json')
    expect(await store.isWhole('de/')).toBe(true)
    expect(await store.isWhole('')).toBe(false)
    asked = []
    expect(await text(store, 'page', 'de/')).toBe('Start one')
    expect(await text(store, 'data', 'de/course.json')).toBe('"one, deutsch"')
    expect(await text(store, 'data', 'theme.js')).toBe('theme')
    expect(asked).toEqual([])
  })

  test('a page in the other one comes from the network, or leads to the page that says so', async () => {
    const store = storeOf('one')
    await store.fill(['de/'])
    host['sandbox/'] = 'sandbox one'
    expect(await text(store, 'page', 'sandbox/')).toBe('sandbox one')
    isOnline = false
    const { headers } = await answer(store, 'page', 'codes/')
    expect(headers.get('Location')).toBe(`${scope}de/offline/?missing`)
  })

  test('the other is stored beside it, and what they share is not fetched again', async () => {
    const store = storeOf('one')
    await store.fill([''])
    asked = []
    await store.fill(['de/'])
    expect(asked.toSorted()).toEqual(['assets/offline-de-one.json', 'assets/seite-one.js'])
    isOnline = false
    expect(await text(store, 'page', '')).toBe('home one')
    expect(await text(store, 'page', 'de/')).toBe('Start one')
  })

  test('a newer version comes in those that were used, or are open', async () => {
    await storeOf('one').fill(['de/'])
    const newer = storeOf('two')
    expect(await newer.usedFolders([])).toEqual(['de/'])
    expect(await newer.usedFolders([`${scope}sandbox/`])).toEqual(['', 'de/'])
    await newer.remove()
    expect(await newer.usedFolders([])).toEqual([''])
    expect(await newer.usedFolders([`${scope}de/sandbox/#x`])).toEqual(['de/'])
  })
})
