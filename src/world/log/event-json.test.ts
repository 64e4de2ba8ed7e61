import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../create.ts'
import { eventKinds, type WorldEvent } from '../events/index.ts'
import { sandboxWorld } from '../sandbox.ts'
import { eventToJson, formatEvent, parseEvent } from './event-json.ts'
import { examplesOf } from './testing/example-events.ts'

const examples: readonly WorldEvent[] = eventKinds.flatMap(({ type }) => examplesOf(type))

describe.each(eventKinds.map(({ type }) => type))('%s', (type) => {
  test.each(examplesOf(type).map((event) => [event]))('is read as it was written: %#', (event) =>
    expect(parseEvent(formatEvent(event))).toStrictEqual(event),
  )

  test('is not read without any one of its fields, unless the field may be absent', () => {
    const json = eventToJson(examplesOf(type)[0]!) as Record<string, unknown>
    const optional = ['cause', 'problem', 'enhanced', 'tls']
    for (const name of Object.keys(json).filter((field) => !optional.includes(field))) {
      const without = { ...json, [name]: undefined }
      expect(parseEvent(JSON.stringify(without)), name).toBeUndefined()
    }
  })
})

test('every event of a message’s way is read as it was written, its octets and traces too', async () => {
  const world = createWorld(sandboxWorld, { crypto: webCrypto })
  for (const mail of sandboxWorld.mails) await world.send(mail)
  world.connect('desk.example.org', '192.0.2.99', 25, {
    received: () => undefined,
    closed: () => undefined,
  })
  const types = new Set(world.events.map(({ type }) => type))
  expect([...types]).toEqual(
    expect.arrayContaining(['dns', 'opened', 'wire', 'delivered', 'rejected', 'refused', 'closed']),
  )
  expect(world.events.map((event) => parseEvent(formatEvent(event)))).toEqual(world.events)
})

test('octets that are no text come back as they were', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, octet) => octet)
  const event = { at: 0, type: 'wire', connection: 1, from: 'client', bytes } as const
  expect(formatEvent(event)).not.toContain('\n')
  expect(parseEvent(formatEvent(event))).toEqual(event)
})

test.each(['', '{', 'null', '[]', '{}', '{"type":"toString"}', '{"type":"wire"}'])(
  '%j is no event',
  (line) => expect(parseEvent(line)).toBeUndefined(),
)

test('a delivery without its message is no event', () =>
  expect(parseEvent('{"at":0,"type":"delivered","mailbox":"a@b","message":{}}')).toBeUndefined())

/** A place in a JSON value, and what is put there. */
function changed(json: unknown, path: number, value: unknown): unknown {
  if (typeof json !== 'object' || json === null) return value
  const names = Object.keys(json)
  if (names.length === 0 || path % 7 === 0) return value
  const name = names[path % names.length]!
  const inner = changed((json as Record<string, unknown>)[name], Math.floor(path / 7), value)
  return Array.isArray(json)
    ? json.map((one: unknown, at) => (String(at) === name ? inner : one))
    : { ...json, [name]: inner }
}

describe('whatever comes over the line', () => {
  const isReadOrLeft = (line: string): void => {
    const event = parseEvent(line)
    if (event) expect(parseEvent(formatEvent(event))).toEqual(event)
  }

  test('any text is read or left out', () => fc.assert(fc.property(fc.string(), isReadOrLeft)))

  test('any JSON value of a known type is read or left out', () =>
    fc.assert(
      fc.property(
        fc.constantFrom(...eventKinds.map(({ type }) => type)),
        fc.dictionary(fc.string(), fc.jsonValue()),
        (type, fields) => isReadOrLeft(JSON.stringify({ at: 0, ...fields, type })),
      ),
    ))

  test('an event with one value changed is read or left out', () =>
    fc.assert(
      fc.property(fc.constantFrom(...examples), fc.nat(), fc.jsonValue(), (event, path, value) =>
        isReadOrLeft(JSON.stringify(changed(eventToJson(event), path, value))),
      ),
      { numRuns: 1_000 },
    ))

  test('a value that is nested very deep is left out', () => {
    const trace = '{"kind":"a","text":"","outcome":"note","steps":['
    const deep = trace.repeat(50_000) + ']}'.repeat(50_000)
    const head = '{"at":0,"type":"rejected","connection":1,"code":550,"text":"no"'
    const verdicts = `"spf":{},"dkim":{},"dmarc":{},"header":"","trace":${deep}`
    expect(parseEvent(`${head},"authentication":{${verdicts}}}`)).toBeUndefined()
    expect(parseEvent(`${head}}`)).toBeDefined()
  })
})
