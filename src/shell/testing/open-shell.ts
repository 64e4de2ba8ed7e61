import { TerminalShell } from '../terminal-shell.ts'
import type { Shell, TranscriptLine } from '../shell.ts'
import { fakeWorld, type FakeWorld } from './fake-world.ts'
import { createScreenModel, type ScreenModel } from './screen-model.ts'

export interface OpenShell {
  readonly shell: Shell
  readonly world: FakeWorld
  readonly screen: ScreenModel
  /** Every line of the transcript: `you: help`. */
  readonly transcript: string[]
  /** Characters written to the screen so far. */
  written(): number
  /** Lines of the transcript since the last call. */
  newLines(): string[]
}

/** A shell on a desk of a fake world, with its screen. The greeting is already read. */
export function openShell(world: FakeWorld = fakeWorld(), columns = 80, run?: string): OpenShell {
  const screen = createScreenModel(columns)
  const transcript: string[] = []
  let written = 0
  let read = 0
  const shell = new TerminalShell({
    world,
    host: 'desk.example.net',
    ...(run !== undefined && { run }),
    output: {
      columns,
      write(text) {
        written += text.length
        screen.write(text)
      },
      addLine: ({ who, text }: TranscriptLine) => void transcript.push(`${who}: ${text}`),
    },
  })
  const newLines = (): string[] => transcript.slice(read, (read = transcript.length))
  newLines()
  return { shell, world, screen, transcript, newLines, written: () => written }
}
