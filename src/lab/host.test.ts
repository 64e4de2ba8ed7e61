import { beforeAll, describe, expect, test } from 'vitest'
import { webCrypto } from '../platform/webcrypto.ts'
import { lintZones } from '../lint/lint-zones.ts'
import { LabHost } from './host.ts'
import type { OpenLine } from './line.ts'
import { readJson, writeJson } from './octet-json.ts'
import { LAB_PROTOCOL, type LabOutput } from './protocol.ts'
import { readOutput } from './read-output.ts'
import { labLesson } from './testing/lab-lesson.ts'
import { playScript, type Played } from './testing/lab-script.ts'

const openHost: OpenLine = ({ received }) => {
  const host = new LabHost(
    {
      crypto: webCrypto,
      loadLint: () => Promise.resolve({ lintZones }),
      fetchPiece: (fetch) => fetch(),
      soon: (act) => void setImmediate(act),
    },
    received,
  )
  return { post: (request) => host.receive(request), close: () => host.stop() }
}

describe('a script', () => {
  let played: Played
  beforeAll(async () => void (played = await playScript(openHost)))

  test('adds up to what the host says', () =>
    expect(writeJson(played.folded)).toBe(writeJson(played.snapshot)))

  test('comes out as what a page reads, also as JSON', () => {
    const all = [...played.outputs, { kind: 'snapshot', run: 1, picture: played.snapshot }]
    expect(all.map((output) => readOutput(readJson(writeJson(output))))).toEqual(all)
  })

  test('comes out the same each time', async () => {
    const again = await playScript(openHost)
    expect(writeJson(again.snapshot)).toBe(writeJson(played.snapshot))
  })

  test('shows what was typed, delivered and judged', () => {
    const { lines, mailboxes, progress, zones, senders } = played.folded
    expect(lines.some(({ text }) => text.startsWith('354'))).toBe(true)
    expect(mailboxes.flatMap(({ folders }) => folders).some(({ count }) => count > 0)).toBe(true)
    const goals = progress?.steps.flatMap((step) => step.goals)
    expect(goals?.map(({ status }) => status.met)).toEqual([true, true])
    expect(zones[0]?.text).toContain('~all')
    expect(senders[0]?.verdict.result).toBe('softfail')
  })

  test('reports a finding in a zone, and that it was fixed', () => {
    const found = played.outputs.flatMap((output) =>
      output.kind === 'findings' && output.diagnostics ? [output.diagnostics] : [],
    )
    const hasErrors = found.map((all) => all.some(({ severity }) => severity === 'error'))
    expect(hasErrors).toEqual([false, true, false])
  })

  test('sends a part only when it has changed', () => {
    const sent = played.outputs.filter((one) => one.kind === 'findings' && one.senders)
    expect(sent).toHaveLength(3)
  })

  test('is plain data: it survives the way to another place', () => {
    for (const output of played.outputs) expect(structuredClone(output)).toEqual(output)
  })
})

const waitFor = (found: () => unknown) => expect.poll(found, { timeout: 50_000 })

/** What a host says to requests, when all is quiet. */
async function answersTo(...requests: readonly unknown[]): Promise<LabOutput[]> {
  const outputs: LabOutput[] = []
  const line = openHost({ received: (output) => void outputs.push(output), broke: () => undefined })
  for (const request of requests) line.post(request as never)
  await waitFor(() => outputs.length > 1).toBe(true)
  return outputs.slice(1)
}

test('the host greets with its version', () => {
  const outputs: LabOutput[] = []
  openHost({ received: (output) => void outputs.push(output), broke: () => undefined })
  expect(outputs).toEqual([{ kind: 'hello', version: LAB_PROTOCOL }])
})

const opening = {
  ...{ kind: 'open', version: LAB_PROTOCOL, run: 1, lesson: labLesson, journal: [], zones: {} },
  columns: 80,
}

test.each([
  ['nothing', undefined, 'no request'],
  ['a text', 'open', 'no request'],
  ['an unknown request', { kind: 'eval' }, 'no request “eval”'],
  ['a name that every object has', { kind: 'toString' }, 'no request “toString”'],
  ['another version', { ...opening, version: 99 }, 'version 99'],
  ['no version', { ...opening, version: undefined }, 'version undefined'],
  ['no lesson', { ...opening, lesson: 3 }, '“lesson”'],
  ['no lesson to prepare for', { kind: 'prepare' }, '“lesson”'],
  ['a journal of something else', { ...opening, journal: [{ kind: 'eval' }] }, '“journal”'],
  ['an input without its text', { kind: 'input', run: 1, number: 1, input: {} }, '“input”'],
  [
    'time that goes back',
    { kind: 'input', run: 1, number: 1, input: { kind: 'advance', by: -1 } },
    '“input”',
  ],
  [
    'a year at once',
    { kind: 'input', run: 1, number: 1, input: { kind: 'advance', by: 366 * 86_400_000 } },
    '“input”',
  ],
  ['columns that are no count', { kind: 'columns', columns: -1 }, '“columns”'],
])('%s is refused in a sentence', async (_, request, reason) => {
  const [refused] = await answersTo(request)
  expect(refused).toMatchObject({ kind: 'refused', reason: expect.stringContaining(reason) })
})

test('a question that there is not has no answer', async () =>
  expect(await answersTo({ kind: 'ask', id: 7, name: 'toString', asked: {} })).toEqual([
    { kind: 'unanswered', id: 7, reason: 'A lab has no question “toString”.' },
  ]))

test('a lesson that is none fails, in a sentence', async () => {
  const [failed] = await answersTo({ ...opening, lesson: {} })
  expect(failed).toMatchObject({ kind: 'failed', run: 1, cause: 'work' })
})

test('a lab whose code does not come says that it was the code, and no input waits for good', async () => {
  const outputs: LabOutput[] = []
  const host = new LabHost(
    {
      crypto: webCrypto,
      loadLint: () => Promise.reject(new Error('offline')),
      fetchPiece: (fetch) => fetch(),
      soon: (act) => void setImmediate(act),
    },
    (output) => void outputs.push(output),
  )
  host.receive(opening)
  host.receive({ kind: 'input', run: 1, number: 1, input: { kind: 'type', data: 'a' } })
  await waitFor(() => outputs.length).toBe(3)
  expect(outputs.slice(1)).toEqual([
    { kind: 'failed', run: 1, cause: 'code', reason: 'offline' },
    { kind: 'applied', run: 1, input: 1 },
  ])
})

test.each([
  ['with a zone to edit', labLesson, 1],
  ['without one', { ...labLesson, world: { ...labLesson.world, zones: [] } }, 0],
  ['that is none', {}, 0],
])(
  'for a lesson %s it fetches ahead what its lab takes, and says nothing',
  async (_, lesson, count) => {
    const outputs: LabOutput[] = []
    let asked = 0
    const host = new LabHost(
      {
        crypto: webCrypto,
        loadLint: () => (asked++, Promise.reject(new Error('offline'))),
        fetchPiece: (fetch) => fetch(),
        soon: (act) => void setImmediate(act),
      },
      (output) => void outputs.push(output),
    )
    host.receive({ kind: 'prepare', lesson })
    expect(asked).toBe(count)
    await new Promise(setImmediate)
    expect(outputs.map(({ kind }) => kind)).toEqual(['hello'])
  },
)

test('what is meant for an earlier lab does nothing', async () => {
  const typed = { kind: 'type', data: 'help\r' }
  const outputs = await answersTo(
    opening,
    { ...opening, run: 2 },
    { kind: 'input', run: 1, number: 1, input: typed },
    { kind: 'input', run: 2, number: 1, input: typed },
  )
  await waitFor(() => outputs.length).toBeGreaterThan(0)
  expect(outputs.filter((output) => 'run' in output && output.run === 1)).toEqual([])
})

test('of two edits in a row the later one is judged', async () => {
  const outputs: LabOutput[] = []
  const line = openHost({ received: (output) => void outputs.push(output), broke: () => undefined })
  line.post(opening as never)
  const edit = (number: number, text: string) =>
    line.post({ kind: 'input', run: 1, number, input: { kind: 'edit', zone: 'example.org', text } })
  for (let number = 1; number <= 20; number++) edit(number, `${'; '.repeat(number)}\n`)
  const judged = () => {
    expect(outputs.filter((one) => one.kind === 'failed')).toEqual([])
    return outputs.filter((one) => one.kind === 'findings')
  }
  await waitFor(() => judged().some(({ input }) => input === 20)).toBe(true)
  expect(judged().length).toBeLessThan(4)
})
