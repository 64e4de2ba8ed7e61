import { expect, test } from 'vitest'
import { TerminalShell } from './terminal-shell.ts'
import { greetingOf } from './greeting.ts'
import type { TranscriptLine } from './shell.ts'
import { fakeWorld } from './testing/fake-world.ts'

test('a terminal that waits shows what its shell will show', () => {
  let screen = ''
  const lines: TranscriptLine[] = []
  const output = {
    write: (text: string) => void (screen += text),
    addLine: (line: TranscriptLine) => void lines.push(line),
  }
  new TerminalShell({ world: fakeWorld(), host: 'desk.example.net', output })
  expect(greetingOf('desk.example.net')).toEqual({ screen, lines })
  expect(screen).toContain('you@desk')
})
