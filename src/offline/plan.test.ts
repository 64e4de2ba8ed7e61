import { describe, expect, test } from 'vitest'
import { isStorable, outdated, PAGES, planFor } from './plan.ts'

const scope = 'https://mail.example/some/folder/'

const asked = (url: string, more = {}) =>
  planFor({ method: 'GET', url, mode: 'cors', destination: '', ...more }, scope)
const opened = (path: string, destination = 'document') =>
  asked(scope + path, { mode: 'navigate', destination })

describe('a page', () => {
  test.each([
    ['', ''],
    ['lessons/mx/', 'lessons/mx/'],
    ['lessons/mx/?variant=2#s=abc', 'lessons/mx/'],
    ['lessons/mx/index.html', 'lessons/mx/'],
    ['index.html', ''],
    ['sandbox', 'sandbox'],
  ])('at %j is %j', (path, page) => expect(opened(path)).toEqual({ kind: 'page', path: page }))

  test.each(['iframe', 'frame', 'embed', 'object'])('in an %s is left to the network', (place) =>
    expect(opened('sandbox/', place)).toEqual({ kind: 'leave' }),
  )
})

test.each(['assets/first-LkAE1WuG.js', 'assets/first-LkAE1WuG.js?again=2'])(
  '%s is a piece, whoever asks how often',
  (path) =>
    expect(asked(scope + path)).toEqual({ kind: 'piece', path: 'assets/first-LkAE1WuG.js' }),
)

test.each(['course.json', 'theme.js', 'worlds/bank.json', 'icon.svg'])('%s is data', (path) =>
  expect(asked(scope + path)).toEqual({ kind: 'data', path }),
)

describe('the network alone answers', () => {
  test.each([
    ['another origin', asked('https://www.rfc-editor.org/rfc/rfc5321')],
    ['another folder of the origin', asked('https://mail.example/some/other/assets/a.js')],
    ['what is sent', asked(`${scope}course.json`, { method: 'POST' })],
    ['a HEAD', asked(`${scope}assets/a.js`, { method: 'HEAD' })],
    ['a bridge', asked(`${scope}bridge/events`)],
    ['the worker itself', asked(`${scope}sw.js`)],
    ['what the browser asks of the app', asked(`${scope}manifest.webmanifest`)],
    ['pictures of the app', asked(`${scope}icons/192.png`)],
  ])('%s', (_, plan) => expect(plan).toEqual({ kind: 'leave' }))
})

describe('what is stored', () => {
  const answered = (type: string, more = {}) => ({
    ...{
      ok: true,
      redirected: false,
      type: 'basic',
      headers: new Headers({ 'Content-Type': type }),
    },
    ...more,
  })
  test.each<[string, string, ReturnType<typeof answered>, boolean]>([
    ['a script', 'assets/a.js', answered('text/javascript'), true],
    ['data', 'find.json', answered('application/json'), true],
    ['a page', 'lessons/mx/', answered('text/html; charset=utf-8'), true],
    ['the home page', '', answered('text/html'), true],
    ['no page in the place of a script', 'assets/a.js', answered('text/html'), false],
    ['nothing else in the place of a page', 'sandbox/', answered('text/plain'), false],
    ['nothing that is missing', 'assets/a.js', answered('text/javascript', { ok: false }), false],
    ['nothing from elsewhere', '', answered('text/html', { redirected: true }), false],
    ['nothing that cannot be read', 'a.js', answered('', { type: 'opaque' }), false],
  ])('%s', (_, path, answer, isStored) => expect(isStorable(path, answer)).toBe(isStored))
})

test('caches that no page has a use for: no other site’s, nor that of an open page', () =>
  expect(
    outdated(['p one', 'p two', 'p three', `p ${PAGES}`, 'q one', 'other'], {
      ...{ prefix: 'p ', current: 'three', used: new Set(['two']) },
    }),
  ).toEqual(['p one']))
