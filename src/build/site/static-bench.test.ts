import { expect, test } from 'vitest'
import { staticBench, type StaticLesson } from './static-bench.ts'

const lesson: StaticLesson = {
  panels: ['terminal', 'zone', 'senders'],
  goals: [{ text: 'Publish `v=spf1`' }, { text: 'Another' }],
  terminal: { host: 'desk.example.net', suggestions: [] },
  world: {
    zones: [
      { origin: 'example.net', text: 'theirs', editable: false },
      { origin: 'example.org', text: 'ours', editable: true },
    ],
  },
}

test.each([
  ['the first goal', '<p><span class="caps">Next</span> Publish <code>v=spf1</code></p>'],
  ['the zone to edit, before those to read', 'data-zone="example.org"'],
  ['the names of all zones', '<span>example.net<span class="read-only">read only</span></span>'],
  ['the host of the terminal', '<p class="note">on desk.example.net</p>'],
  ['its greeting', 'HELO World: a terminal'],
  ['its prompt', 'you@desk:~$'],
  ['a field of several lines for what is typed ahead', 'aria-label="Line for the terminal"'],
  ['a place for each panel', '<section data-panel="senders" hidden></section>'],
])('it has %s', (_, part) => expect(staticBench(lesson)).toContain(part))

test('a form would reload the page', () => expect(staticBench(lesson)).not.toContain('<form'))
