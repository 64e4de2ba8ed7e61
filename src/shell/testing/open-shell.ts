import { createShell } from '../create.ts'
import type { Shell, SpokenLine } from '../shell.ts'
import { fakeWorld, type FakeWorld } from './fake-world.ts'
import { createScreenModel, type ScreenModel } from './screen-model.ts'

export interface OpenShell {
  readonly shell: Shell
  readonly world: FakeWorld
  readonly screen: ScreenModel
  /** Every spoken line: `you: help`. */
  readonly said: string[]
  /** Characters written to the screen so far. */
  written(): number
  /** What was said since the last call. */
  news(): string[]
}

/** A shell on a desk of a fake world, with its screen. The greeting is already read. */
export function openShell(world: FakeWorld = fakeWorld(), columns = 80): OpenShell {
  const screen = createScreenModel(columns)
  const said: string[] = []
  let written = 0
  let read = 0
  const shell = createShell({
    world,
    host: 'desk.example.net',
    output: {
      columns,
      write(text) {
        written += text.length
        screen.write(text)
      },
      say: ({ who, text }: SpokenLine) => void said.push(`${who}: ${text}`),
    },
  })
  const news = (): string[] => said.slice(read, (read = said.length))
  news()
  return { shell, world, screen, said, news, written: () => written }
}
