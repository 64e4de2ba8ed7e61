import fc from 'fast-check'
import { expect, test } from 'vitest'
import { exampleEvents } from '../world/log/testing/example-events.ts'
import { readJson, writeJson } from './octet-json.ts'
import { LAB_PROTOCOL, type LabOutput } from './protocol.ts'
import { readOutput } from './read-output.ts'

const events = Object.values(exampleEvents).flat()

const examples: readonly LabOutput[] = [
  { kind: 'hello', version: LAB_PROTOCOL },
  { kind: 'opened', run: 1 },
  { kind: 'failed', run: 1, cause: 'work', reason: 'It broke.' },
  { kind: 'events', run: 1, first: 7, events },
  { kind: 'findings', run: 1, input: 1, diagnostics: [] },
  { kind: 'applied', run: 1, input: 1 },
  {
    kind: 'answer',
    id: 1,
    answer: { bytes: Uint8Array.from({ length: 256 }, (_, octet) => octet) },
  },
  { kind: 'unanswered', id: 1, reason: 'No one knows.' },
  { kind: 'refused', reason: 'No one asked.' },
]

const overTheLine = (output: unknown): unknown => readOutput(readJson(writeJson(output)))

test.each(examples.map((output) => [output.kind, output] as const))(
  '%s is read as it was written, and not without any one of its fields',
  (kind, output) => {
    expect(overTheLine(output)).toEqual(output)
    for (const field of Object.keys(output)) {
      if (['diagnostics', 'answer'].includes(field)) continue
      const without = overTheLine({ ...output, [field]: undefined })
      expect(without, field).toMatch(
        field === 'kind' ? /no output/ : new RegExp(`${field}.+${kind}`),
      )
    }
  },
)

test.each<[string, unknown, string]>([
  ['nothing', undefined, 'This is no output of a lab.'],
  ['a text', 'hello', 'This is no output of a lab.'],
  ['a list', [{ kind: 'hello' }], 'This is no output of a lab.'],
  ['a kind that is none', { kind: 1 }, 'This is no output of a lab.'],
  ['another kind', { kind: 'shout' }, 'This page knows no output “shout” of a lab.'],
  [
    'a name of every object',
    { kind: 'toString' },
    'This page knows no output “toString” of a lab.',
  ],
  [
    'another version',
    { kind: 'hello', version: LAB_PROTOCOL + 1 },
    `This page speaks version ${LAB_PROTOCOL} of the lab protocol, and the lab speaks version ${LAB_PROTOCOL + 1}: reload the page.`,
  ],
  [
    'an event of no kind',
    { kind: 'events', run: 1, first: 0, events: [{ at: 0, type: 'toString' }] },
    'The field “events” of the output “events” is not what it should be.',
  ],
  [
    'mail without its octets',
    {
      ...{ kind: 'mailboxes', run: 1 },
      mailboxes: [
        {
          address: 'bob@example.org',
          folders: [
            {
              name: 'INBOX',
              count: 1,
              messages: [{ uid: 1, flags: [], internalDate: 0, bytes: '' }],
            },
          ],
        },
      ],
    },
    'The field “mailboxes” of the output “mailboxes” is not what it should be.',
  ],
])('%s is answered with a sentence', (_, value, sentence) =>
  expect(readOutput(value)).toBe(sentence),
)

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

test('whatever comes over the line is read or answered with a sentence', () =>
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc
          .tuple(fc.constantFrom(...examples), fc.nat(), fc.jsonValue())
          .map(([output, path, value]) =>
            JSON.stringify(changed(JSON.parse(writeJson(output)), path, value)),
          ),
      ),
      (text) => {
        const output = readOutput(readJson(text))
        if (typeof output === 'string') expect(output).toMatch(/\.$/)
        else expect(overTheLine(output)).toEqual(output)
      },
    ),
    { numRuns: 1_000 },
  ))

test('a value that is nested very deep is answered with a sentence', () => {
  const deep = `${'{"steps":['.repeat(50_000)}${']}'.repeat(50_000)}`
  expect(readOutput(readJson(`{"kind":"answer","id":1,"answer":${deep}}`))).toMatch(/\.$/)
})
