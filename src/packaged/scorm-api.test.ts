import { describe, expect, test } from 'vitest'
import { scormNames } from '../learning/scorm.ts'
import { findApi, ScormApi } from './scorm-api.ts'

const api = { LMSInitialize: () => 'true' }

/** A window of another origin: reading anything but its parent throws. */
const foreign = (parent: unknown) =>
  new Proxy(
    {},
    {
      get(_, name) {
        if (name === 'parent') return parent
        throw new Error('SecurityError')
      },
    },
  )

/** A window that is its own parent, as the topmost is. */
function topmost(more: object = {}): object {
  const window: Record<string, unknown> = { ...more }
  window['parent'] = window
  return window
}

describe('an API is found', () => {
  const top = topmost({ API: api })
  test.each([
    ['in the window itself', top],
    ['two windows up', { parent: { parent: top } }],
    ['beyond a window of another origin', { parent: foreign(top) }],
    ['in the window that opened this one', topmost({ opener: { parent: top } })],
    ['in the window that opened the topmost', { parent: topmost({ opener: top }) }],
  ])('%s', (_, window) => expect(findApi(window, 'API')).toBe(api))

  test.each([
    ['nowhere', topmost()],
    ['as something else', topmost({ API: 'evil' })],
    ['in a window that may not be read', foreign(undefined)],
    ['where there is no window', undefined],
  ])('but not %s', (_, window) => expect(findApi(window, 'API')).toBeUndefined())

  test('and a chain of windows without an end is given up', () => {
    const endless: object = new Proxy(
      {},
      { get: (_, name) => (name === 'parent' ? { ...endless, parent: endless } : undefined) },
    )
    expect(findApi(endless, 'API')).toBeUndefined()
  })
})

describe('a call', () => {
  const with12 = (answers: object) => new ScormApi(answers, scormNames.scorm12)

  test.each([['true'], [true], [1], ['1']])('that is answered with %j is done', (answer) =>
    expect(() => with12({ LMSInitialize: () => answer }).initialize()).not.toThrow(),
  )

  test.each<[string, object, RegExp]>([
    ['is refused', { LMSInitialize: () => 'false', LMSGetLastError: () => '101' }, /error 101/],
    ['is refused without a reason', { LMSInitialize: () => false }, /no reason/],
    ['is not there', {}, /no LMSInitialize/],
    ['is no function', { LMSInitialize: 'true' }, /no LMSInitialize/],
    [
      'throws',
      {
        LMSInitialize: () => {
          throw new Error('down')
        },
      },
      /down/,
    ],
  ])('that %s throws', (_, answers, why) => expect(() => with12(answers).initialize()).toThrow(why))

  test.each([
    ['text', 'text'],
    [5, '5'],
    [null, ''],
    [undefined, ''],
    [{ evil: 1 }, ''],
  ])('a value that is %j is %j', (value, text) =>
    expect(with12({ LMSGetValue: () => value }).get('cmi.suspend_data')).toBe(text),
  )
})
