import { describe, expect, test } from 'vitest'
import { nothingAttempted } from '../attempt.ts'
import { outcomeOf, type Outcome } from '../outcome.ts'
import { readLaunch, readLaunchData, type Launch } from './launch.ts'
import {
  answerStatement,
  definedStatement,
  stepStatement,
  type StatementBasis,
} from './statements.ts'

const actor = { objectType: 'Agent', account: { homePage: 'https://lms.example', name: '17' } }
const launch: Launch = {
  ...{ endpoint: 'https://lrs.example/xapi/', fetch: 'https://lms.example/token?k=1', actor },
  ...{
    registration: '760e3480-ba55-4991-94b0-01820dbd23a2',
    activityId: 'https://lms.example/au/1',
  },
}
const outline = {
  ...{ slug: 'speak-smtp', title: 'SMTP sprechen' },
  steps: [{ id: 'hear', title: 'Hören', goals: ['a'] }],
}
const sessionId = { 'https://w3id.org/xapi/cmi5/context/extensions/sessionid': 'session-1' }
const basis: StatementBasis = {
  ...{ launch, outline, language: 'de' },
  data: {
    launchMode: 'Normal',
    masteryScore: 0.8,
    contextTemplate: {
      contextActivities: { grouping: [{ id: 'https://learn.example.org/lessons/speak-smtp/' }] },
      extensions: sessionId,
    },
  },
}
const made = { id: '00000000-0000-4000-8000-000000000000', at: new Date('2026-06-01T09:10:11Z') }
const outcome: Outcome = { ...outcomeOf(outline, nothingAttempted), own: 1, parts: 1, score: 1 }

const CMI5 = { id: 'https://w3id.org/xapi/cmi5/context/categories/cmi5' }
const MOVE_ON = { id: 'https://w3id.org/xapi/cmi5/context/categories/moveon' }

describe('a statement that cmi5 defines', () => {
  test.each([
    [{ verb: 'initialized' }, undefined, [CMI5]],
    [{ verb: 'terminated', time: 90_000 }, { duration: 'PT1M30S' }, [CMI5]],
    [{ verb: 'completed', time: 1000 }, { completion: true, duration: 'PT1S' }, [CMI5, MOVE_ON]],
    [
      { verb: 'passed', time: 1000, outcome },
      { success: true, duration: 'PT1S', score: { scaled: 1, raw: 1, min: 0, max: 1 } },
      [CMI5, MOVE_ON],
    ],
  ] as const)('%j', (said, result, category) => {
    const statement = definedStatement(basis, said, made)
    expect(statement).toMatchObject({
      ...{ id: made.id, actor, timestamp: '2026-06-01T09:10:11.000Z' },
      verb: { id: `http://adlnet.gov/expapi/verbs/${said.verb}` },
      object: { id: launch.activityId, definition: { name: { de: 'SMTP sprechen' } } },
      context: {
        registration: launch.registration,
        contextActivities: { category, grouping: [expect.anything()] },
        extensions: sessionId,
      },
    })
    expect(statement.result).toEqual(result)
    expect(JSON.stringify(statement.context).includes('masteryscore')).toBe(said.verb === 'passed')
  })

  test('overwrites nothing of the template, and repeats nothing of it', () => {
    const contextTemplate = {
      ...{ platform: 'LMS', extensions: { a: 1 } },
      contextActivities: { category: [CMI5], parent: { id: 'https://lms.example/block' } },
    }
    const given = { ...basis, data: { ...basis.data, contextTemplate } }
    const { context } = definedStatement(given, { verb: 'completed', time: 0 }, made)
    expect(context).toMatchObject({
      ...{ platform: 'LMS', extensions: { a: 1 } },
      contextActivities: { category: [CMI5, MOVE_ON], parent: { id: 'https://lms.example/block' } },
    })
    expect(context['contextActivities']).toHaveProperty('category.length', 2)
  })
})

test('steps and answers are of the shape that grades have, and in no category of cmi5', () => {
  const [step] = outline.steps
  const done = stepStatement(basis, step!, made)
  expect(done).toMatchObject({
    verb: { id: 'http://adlnet.gov/expapi/verbs/completed' },
    object: {
      id: 'https://lms.example/au/1#hear',
      definition: { type: 'http://adlnet.gov/expapi/activities/objective', name: { de: 'Hören' } },
    },
    result: { completion: true },
    context: { contextActivities: { parent: [{ id: launch.activityId }] }, extensions: sessionId },
  })
  const given = answerStatement(basis, { step: step!, answer: ['a', 'b'], right: false }, made)
  expect(given).toMatchObject({
    object: { id: 'https://lms.example/au/1#hear/question' },
    result: { success: false, response: 'a[,]b' },
  })
  expect(JSON.stringify([done, given])).not.toContain('categories/cmi5')
})

describe('a launch', () => {
  const query = new Map(
    Object.entries({
      ...launch,
      endpoint: 'https://lrs.example/xapi',
      actor: JSON.stringify(actor),
    }),
  )
  test('is read of the address', () => expect(readLaunch(query)).toEqual(launch))

  test.each([
    ['endpoint', 'javascript:alert(1)'],
    ['fetch', 'file:///etc/passwd'],
    ['fetch', ''],
    ['actor', '{'],
    ['actor', '[]'],
    ['registration', ''],
    ['activityId', ''],
  ])('is none with %s %j', (name, value) =>
    expect(readLaunch(new Map(query).set(name, value))).toBeUndefined(),
  )

  test.each([
    [
      { contextTemplate: {}, launchMode: 'Review' },
      { contextTemplate: {}, launchMode: 'Review' },
    ],
    [
      { contextTemplate: {}, masteryScore: 2 },
      { contextTemplate: {}, launchMode: 'Normal' },
    ],
    [
      { contextTemplate: {}, returnURL: 'javascript:alert(1)', masteryScore: 0.5 },
      { contextTemplate: {}, launchMode: 'Normal', masteryScore: 0.5 },
    ],
    [{ launchMode: 'Normal' }, undefined],
    ['evil', undefined],
    [null, undefined],
  ])('with the data %j', (value, data) => expect(readLaunchData(value)).toEqual(data))
})
