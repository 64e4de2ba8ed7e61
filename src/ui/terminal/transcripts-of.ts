import { words } from '#words/terminals'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import { transcriptText } from './transcript-text.ts'

/** What was typed and printed in one of the terminals. */
export interface TerminalTranscript {
  /** Which one it is, where there are several. */
  readonly name?: string
  readonly text: string
}

/** The transcripts of all terminals that are open, the first one's first. */
export function transcriptsOf(
  work: Pick<LessonState, 'feedOf'> & { readonly lab: Pick<LessonState['lab'], 'terminals'> },
): readonly TerminalTranscript[] {
  const { terminals } = work.lab
  if (terminals.length < 2) return [{ text: transcriptText(work.feedOf(1)) }]
  return terminals.map(({ terminal, host }) => ({
    name: words.terminal(terminal, host),
    text: transcriptText(work.feedOf(terminal)),
  }))
}

/** All of them as one text; a remark says where another one begins. */
export const joinedTranscripts = (all: readonly TerminalTranscript[]): string =>
  all.map(({ name, text }) => (name === undefined ? text : `# ${name}\n${text}`)).join('\n\n')
