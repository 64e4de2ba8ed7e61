import { words } from '#words/transcript'
import type { PlayedTranscript } from '../../../lab/types.ts'

/** Problems that are said one by one: a limit of ours. */
const MOST = 3

/** What could not be read of a transcript, a sentence each. */
export function problemSentences({ problems }: PlayedTranscript, text: string): string[] {
  const said = problems.slice(0, MOST).map(({ kind, span }) => {
    const number = text.slice(0, span.from).split('\n').length
    return kind === 'no-line' ? words.problems[kind] : words.line(number) + words.problems[kind]
  })
  return problems.length > MOST ? [...said, words.more(problems.length - MOST)] : said
}
