import { blue, bold, green, withCode } from '../core/text/ansi.ts'
import { createScreen, type Screen } from './screen.ts'
import type { SpokenLine } from './shell.ts'

const BANNER = 'HELO World: a terminal on a small simulated Internet. Type `help`.'

/** What stands before a command line: who types, on which host. */
export const promptOf = (host: string): string =>
  `${bold(green(`you@${host.split('.')[0]}`))}:${bold(blue('~'))}$ `

export const sayHello = (screen: Screen): void => screen.tell(withCode(BANNER))

/** A terminal's first words: what the screen gets, and the same for those who listen. */
export interface Greeting {
  readonly screen: string
  readonly lines: readonly SpokenLine[]
}

/** What a new terminal on the host shows, before there is a shell that runs. */
export function greetingOf(host: string): Greeting {
  let shown = ''
  const lines: SpokenLine[] = []
  const screen = createScreen({
    write: (text) => void (shown += text),
    say: (line) => void lines.push(line),
  })
  sayHello(screen)
  screen.show({ prompt: promptOf(host), text: '', cursor: 0 })
  return { screen: shown, lines }
}
