import { describe, expect, test } from 'vitest'
import { evidence, talk } from '../testing/evidence.ts'
import type { GridCard, SortCard } from './card.ts'
import { answerCard, cardProgress, lookAtOutcome, type CardLog } from './card-log.ts'

const nothing = evidence({})
const sort: SortCard = {
  ...{ id: 'card', ask: 'Where?', kind: 'sort', because: 'So it is.' },
  bins: [
    { id: 'envelope', text: 'Envelope' },
    { id: 'header', text: 'Header' },
    { id: 'neither', text: 'Neither' },
  ],
  items: [
    { id: 'mail', text: 'MAIL', bin: 'envelope', because: 'The server is told.' },
    {
      ...{ id: 'to', text: 'To:', bin: 'header', because: 'It is written inside.' },
      wrong: { envelope: 'The server does not read it.' },
    },
  ],
}

const sorted = (given: readonly string[], log?: CardLog) => answerCard(sort, given, nothing, log)

describe('a sort', () => {
  test('is settled by the right bins', () => {
    const log = sorted(['to=header', 'mail=envelope'])
    expect(cardProgress(sort, nothing, log)).toMatchObject({
      ...{ state: 'settled', right: ['mail=envelope', 'to=header'] },
      tries: [{ right: true, because: 'So it is.' }],
    })
  })

  test('answers each item that lies wrong by itself', () =>
    expect(sorted(['mail=header', 'to=envelope']).tries).toEqual([
      {
        ...{ answer: ['mail=header', 'to=envelope'], right: false, because: 'The server is told.' },
        wrong: [
          { place: 'mail', because: 'The server is told.' },
          { place: 'to', because: 'The server does not read it.' },
        ],
      },
    ]))

  test('is given away after two wrong tries', () => {
    const wrong = ['mail=header', 'to=header']
    expect(cardProgress(sort, nothing, sorted(wrong, sorted(wrong))).state).toBe('settled')
  })

  test.each([
    ['an item left out', ['mail=envelope']],
    ['an unknown bin', ['mail=envelope', 'to=attic']],
    ['an unknown item', ['mail=envelope', 'cc=header']],
    ['an item twice', ['mail=envelope', 'mail=header']],
    ['no bin', ['mail', 'to=header']],
    ['more than there are', ['mail=envelope', 'to=header', 'cc=header']],
  ])('%s is no answer', (_, given) => expect(sorted(given).tries).toEqual([]))
})

const cell = (right: string, code: number) => ({
  ...{ right, because: `It was ${right}.` },
  when: { kind: 'command', verb: 'RCPT', code },
})
const grid: GridCard = {
  ...{ id: 'card', ask: 'What comes?', kind: 'grid', because: 'That is all.' },
  columns: [
    { id: 'first', text: 'First' },
    { id: 'then', text: 'Then' },
  ],
  choices: [
    { id: 'yes', text: '250' },
    { id: 'no', text: '550' },
  ],
  rows: [
    {
      ...{ id: 'bob', text: 'Bob' },
      cells: { first: { ...cell('yes', 250), wrong: { no: 'He is there.' } } },
    },
    { id: 'nobody', text: 'Nobody', cells: { first: cell('no', 550), then: cell('no', 550) } },
  ],
}
const all = ['bob.first=no', 'nobody.first=no', 'nobody.then=yes']
const one = evidence({ events: talk(['RCPT TO:<bob@example.org> → 250 ok']) })
const both = evidence({
  events: talk(['RCPT TO:<bob@example.org> → 250 ok', 'RCPT TO:<x@example.org> → 550 no']),
})
const foretold = (given: readonly string[], log?: CardLog) => answerCard(grid, given, nothing, log)

describe('a grid', () => {
  test('says nothing of itself until an outcome is there', () =>
    expect(cardProgress(grid, nothing, foretold(all))).toEqual({
      ...{ id: 'card', state: 'committed' },
      tries: [{ answer: all, because: '', wrong: [] }],
    }))

  test('shows each cell as it comes true, and its belief', () =>
    expect(cardProgress(grid, one, foretold(all))).toMatchObject({
      ...{ state: 'committed', seen: ['bob.first'] },
      tries: [{ because: '', wrong: [{ place: 'bob.first', because: 'He is there.' }] }],
    }))

  test('is settled when every cell has come true, each at its time', () => {
    const log = lookAtOutcome(grid, one, foretold(all))
    const later = evidence({ events: talk(['RCPT TO:<x@example.org> → 550 no']) })
    expect(cardProgress(grid, later, log)).toMatchObject({
      ...{ state: 'settled', right: ['bob.first=yes', 'nobody.first=no', 'nobody.then=no'] },
      tries: [
        {
          ...{ right: false, because: 'That is all.' },
          wrong: [{ place: 'bob.first' }, { place: 'nobody.then', because: 'It was no.' }],
        },
      ],
    })
  })

  test('is foretold once', () => {
    const log = foretold(all)
    expect(foretold(all, log)).toBe(log)
    expect(cardProgress(grid, both).state).toBe('open')
  })

  test.each([
    ['a cell left out', all.slice(1)],
    ['a cell that is empty', [...all, 'bob.then=yes']],
    ['an unknown choice', ['bob.first=maybe', ...all.slice(1)]],
  ])('%s is no answer', (_, given) => expect(foretold(given).tries).toEqual([]))
})
