import { blue, bold, green, withCode } from '../core/text/ansi.ts'
import { Screen } from './screen.ts'
import { LEARNER } from './session.ts'
import type { HostSpec } from '../world/spec.ts'
import type { WorldEvent } from '../world/events/index.ts'
import type { TranscriptLine } from './shell.ts'

/**
 * The prompt for a command line: who types, on which host, in which folder.
 * @param folder As it is shown: `~` for the home.
 */
export const promptOf = (host: string, user = LEARNER, folder = '~'): string =>
  `${bold(green(`${user}@${host}`))}:${bold(blue(folder))}$ `

/** The learner's own host goes by the first label of its name. */
export const deskPrompt = (host: string, folder?: string): string =>
  promptOf(host.split('.')[0]!, LEARNER, folder)

export interface GreetingOptions {
  /** The host, where it is not the one that the learner sits at. */
  readonly elsewhere?: HostSpec | undefined
  /** What is run from the start; it may be over already. While it runs, `help` is a word to its server. */
  readonly program?: string | undefined
}

export const greet = (screen: Screen, options: GreetingOptions = {}): void =>
  screen.explain(withCode(greetingText(options)))

function greetingText({ elsewhere, program }: GreetingOptions): string {
  if (elsewhere)
    return `A terminal on ${elsewhere.name}: what you type here runs there. Type \`help\`.`
  if (program === undefined)
    return 'HELO World: a terminal on a small simulated Internet. Type `help`.'
  return `HELO World. \`${program}\` was started for you: while it runs, what you type is for it (Ctrl-C ends it).`
}

/** The first text of a terminal: on the screen, and the same as lines of the transcript. */
export interface Greeting {
  readonly screen: string
  readonly lines: readonly TranscriptLine[]
  /** What has happened, where a program runs from the start. */
  readonly events?: readonly WorldEvent[]
  /** Whether that program still runs. */
  readonly busy?: boolean
}

/** What a new terminal on the host shows, before there is a shell that runs. */
export function greetingOf(host: string): Greeting {
  let shown = ''
  const lines: TranscriptLine[] = []
  const screen = new Screen({
    write: (text) => void (shown += text),
    addLine: (line) => void lines.push(line),
  })
  greet(screen)
  screen.show({ prompt: deskPrompt(host), text: '', cursor: 0, mark: 'prompt' })
  return { screen: shown, lines }
}
