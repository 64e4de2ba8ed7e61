import { expect, test } from 'vitest'
import { loadWords } from './words/load-words.ts'
import { staticDesk, type StaticLesson } from './static-desk.ts'

const lesson: StaticLesson = {
  title: 'SPF & you',
  panels: ['terminal', 'zone', 'senders'],
  doing: 58,
  steps: [
    {
      ...{ id: 'one', title: 'First', html: '<p>Do it.</p>', after: '<p>Why.</p>' },
      goals: [{ text: 'Publish `v=spf1`' }, { text: 'Another' }],
    },
    { id: 'two', title: 'Second', html: '<p>Again.</p>', after: '', goals: [] },
  ],
  terminal: { host: 'desk.example.net', suggestions: [] },
  greeting: { screen: '', lines: [{ who: 'program', text: 'HELO World: a terminal' }] },
  world: {
    zones: [
      { origin: 'example.net', text: 'theirs', editable: false },
      { origin: 'example.org', text: 'ours', editable: true },
    ],
  },
}

const words = await loadWords(process.cwd(), 'en')
const html = staticDesk(lesson, 'Lesson 1 of 3', words)

test.each([
  ['its title', '<p class="caps">Lesson 1 of 3</p><h1 lang="en">SPF &amp; you</h1>'],
  ['the first step', '<div><h2>First</h2><div class="prose" data-prose="step one"><p>Do it.</p>'],
  ['what is read after a try, for later', '<div class="prose later" data-prose="after one">'],
  ['the other steps, for later', '<div class="later"><h2>Second</h2>'],
  ['the first goal', '<p><span class="caps">Next</span> Publish <code>v=spf1</code></p>'],
  ['the shares of doing and effect', 'style="--doing:58fr;--effect:42fr"'],
  ['the zone to edit, before those to read', 'data-zone="example.org"'],
  ['the names of all zones', '<span>example.net<span class="read-only">read only</span></span>'],
  ['the host of the terminal', '<p class="note">on desk.example.net</p>'],
  ['its greeting', 'HELO World: a terminal'],
  ['its prompt', 'you@desk:~$'],
  ['a field of several lines for what is typed ahead', 'aria-label="Line for the terminal"'],
  ['the place of the effect', '<section class="panel" data-panel="senders" aria-label="Senders">'],
  ['the panel that is acted in first, before the other', '<div class="layer" hidden>'],
])('it has %s', (_, part) => expect(html).toContain(part))

test('a program that runs from the start has no prompt', () =>
  expect(
    staticDesk({ ...lesson, terminal: { ...lesson.terminal!, run: 'nc mx 25' } }, '', words),
  ).not.toContain('you@desk'))

test('a form would reload the page', () => expect(html).not.toContain('<form'))
