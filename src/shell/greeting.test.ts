import { expect, test } from 'vitest'
import { createShell } from './create.ts'
import { greetingOf } from './greeting.ts'
import type { SpokenLine } from './shell.ts'
import { fakeWorld } from './testing/fake-world.ts'

test('a terminal that waits shows what its shell will show', () => {
  let screen = ''
  const lines: SpokenLine[] = []
  const output = {
    write: (text: string) => void (screen += text),
    say: (line: SpokenLine) => void lines.push(line),
  }
  createShell({ world: fakeWorld(), host: 'desk.example.net', output })
  expect(greetingOf('desk.example.net')).toEqual({ screen, lines })
  expect(screen).toContain('you@desk')
})
