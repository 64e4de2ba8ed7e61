import { describe, expect, test } from 'vitest'
import { commonMistakes } from './common-mistakes.ts'
import { gradesAsCsv } from './csv.ts'
import { byDefault, lacks, readDemand, type Demand } from './demands.ts'
import { gradesAsJUnit } from './junit.ts'
import type { GradeReport } from './report.ts'
import { gradesAsXapi } from './xapi.ts'

const ann: GradeReport = {
  ...{ file: 'ann.helo.json', name: 'Ann', result: 'done', doubts: [], notes: [] },
  ...{ began: '2026-06-01T08:00:00.000Z', made: '2026-06-01T09:00:00.000Z' },
  lesson: { slug: 'press-send', title: 'Press Send', edition: 1, variant: 'seed-7' },
  work: {
    steps: [
      {
        ...{ id: 'send', title: 'Send', done: true, at: 5000, wasShown: false },
        goals: [{ id: 'sent', text: 'It is <sent> & "gone".', met: true, at: 5000 }],
        card: { kind: 'predict', first: 'wrong', tries: 1 },
      },
      { id: 'wait', title: 'Wait', done: true, goals: [], wasShown: true },
    ],
    mistakes: [{ id: 'no-colon', text: 'A colon.', times: 2 }],
    ...{ attempts: 3, minutes: 1.5, hints: 3 },
    pastes: [{ at: 1, size: 2, text: 'ab' }],
  },
}
const open: GradeReport = {
  ...ann,
  ...{ file: 'bob.helo.json', name: 'Bob', result: 'open' },
  work: { ...ann.work!, steps: ann.work!.steps.map((step) => ({ ...step, done: false })) },
}
const unread: GradeReport = {
  ...{ file: 'x.json', name: '', result: 'unread', notes: [] },
  doubts: [{ kind: 'unread', text: 'It is empty.' }],
}

const field = (name: string) => {
  const row = gradesAsCsv([{ ...ann, name }], byDefault).split('\r\n')[1]!
  return row.slice('ann.helo.json,'.length, row.indexOf(',press-send'))
}

test.each([
  ['Ann Lee', 'Ann Lee'],
  ['Lee, Ann', '"Lee, Ann"'],
  ['Ann "A" Lee', '"Ann ""A"" Lee"'],
  ['=1+1', `"'=1+1"`],
  ['+49', `"'+49"`],
  ['-x', `"'-x"`],
  ['@SUM(A1)', `"'@SUM(A1)"`],
  ['  =1', `"'  =1"`],
  ['\t=1', `"'\t=1"`],
  ['\r\n=1', `"'\r\n=1"`],
  ['a;=1', '"a;=1"'],
  ["O'Neill", `"O'Neill"`],
])('the name %j is the field %s', (name, written) => {
  const row = gradesAsCsv([{ ...ann, name }], byDefault)
  expect(row.slice(row.indexOf('ann.helo.json,') + 14, row.indexOf(',press-send'))).toBe(written)
  if (!/[\r\n]/.test(name)) expect(field(name)).toBe(written)
})

test('a row has as many fields as there are names', () => {
  const [names, done, none] = gradesAsCsv([ann, unread], byDefault).split('\r\n')
  expect(done!.split(',')).toHaveLength(names!.split(',').length)
  expect(none).toBe('x.json,,,,no,unread,0,0,0,0,0,0,0,0,,0,0,0,,,It is empty.,')
})

test('JUnit has a suite each, and escapes what XML cannot hold', () => {
  const odd = { ...ann, name: 'A\u0000\ud800<&>"\'\n' }
  const xml = gradesAsJUnit([odd, open, unread], byDefault)
  expect(xml).toContain('<testsuites name="helo-world grade" tests="9" failures="3" errors="1">')
  expect(xml).toContain('A\ufffd\ufffd&lt;&amp;&gt;&quot;&apos;&#10;: Press Send')
  expect(xml).toContain('<error message="It is empty.">It is empty.</error>')
  expect(xml).toContain('time="90"')
  // eslint-disable-next-line no-control-regex -- none of them may be left
  expect(xml).not.toMatch(/[\u0000-\u0008]/)
})

test('what was not asked for is skipped where it is open', () => {
  const xml = gradesAsJUnit([open], [{ kind: 'goal', id: 'sent' }])
  expect(xml).toContain('failures="0"')
  expect(xml).toContain('<skipped')
})

test.each<[string, Demand | undefined]>([
  ['done', { kind: 'done' }],
  ['no-paste', { kind: 'no-paste' }],
  ['step=send', { kind: 'step', id: 'send' }],
  ['goal=in-mailbox', { kind: 'goal', id: 'in-mailbox' }],
  ['done=1', undefined],
  ['step', undefined],
  ['luck', undefined],
  ['', undefined],
])('%s is the demand %o', (text, demand) => expect(readDemand(text)).toEqual(demand))

test.each<[Demand, GradeReport, string[]]>([
  [{ kind: 'done' }, ann, []],
  [{ kind: 'done' }, open, ['Not done: “Send”, “Wait”.']],
  [{ kind: 'done' }, unread, ['It is empty.']],
  [{ kind: 'no-last-hint' }, ann, ['The last hint was opened: “Wait”.']],
  [{ kind: 'no-paste' }, ann, ['Pasted from elsewhere: 1.']],
  [{ kind: 'step', id: 'send' }, ann, []],
  [{ kind: 'step', id: 'x' }, ann, ['The step `x` is not done.']],
  [{ kind: 'goal', id: 'sent' }, open, []],
  [{ kind: 'goal', id: 'x' }, open, ['The goal `x` is not met.']],
  [{ kind: 'lesson', id: 'x' }, ann, ['It is of the lesson `press-send`, not of `x`.']],
])('%o of a report lacks what it lacks', (demand, report, lacking) =>
  expect(lacks(report, [demand])).toEqual(lacking),
)

test('what is common is counted once a submission', () =>
  expect(commonMistakes([ann, open, { ...ann, result: 'doubted' }])).toEqual([
    { id: 'no-colon', text: 'A colon.', lesson: 'press-send', in: 2, times: 4 },
  ]))

describe('statements of the Experience API', () => {
  const SITE = 'https://learn.example.org/'
  const [step, answer, second, whole] = gradesAsXapi([ann], SITE)

  test('have each step that is done at its time, and each answer', () => {
    const lesson = `${SITE}lessons/press-send/`
    expect(step).toEqual({
      actor: {
        ...{ objectType: 'Agent', name: 'Ann' },
        account: { homePage: SITE, name: 'Ann' },
      },
      verb: { id: 'http://adlnet.gov/expapi/verbs/completed', display: { en: 'completed' } },
      object: {
        ...{ objectType: 'Activity', id: `${lesson}#send` },
        definition: {
          type: 'http://adlnet.gov/expapi/activities/objective',
          name: { en: 'Send' },
        },
      },
      result: { completion: true },
      context: { contextActivities: { parent: [{ id: lesson }] } },
      timestamp: '2026-06-01T08:00:05.000Z',
    })
    expect(answer).toMatchObject({
      verb: { id: 'http://adlnet.gov/expapi/verbs/answered' },
      object: { id: `${lesson}#send/question` },
      result: { success: false },
    })
    // A step whose time was not noted was done before it was handed in.
    expect(second).toMatchObject({ timestamp: ann.made })
  })

  test('have the lesson with its score and its time', () => {
    expect(whole).toMatchObject({
      verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
      object: { id: `${SITE}lessons/press-send/` },
      result: {
        ...{ completion: true, success: true, duration: 'PT90S' },
        score: { raw: 1, min: 0, max: 1, scaled: 1 },
      },
      timestamp: ann.made,
    })
    const [, ofOpen] = gradesAsXapi([open], SITE)
    expect(ofOpen).toMatchObject({
      verb: { id: 'http://adlnet.gov/expapi/verbs/attempted' },
      result: { completion: false, success: false },
    })
  })

  test('are made of nothing that is not believed, and of nobody without a name', () =>
    expect(
      gradesAsXapi([unread, { ...ann, result: 'doubted' }, { ...ann, name: ' ' }], SITE),
    ).toEqual([]))
})
