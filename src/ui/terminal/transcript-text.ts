import type { TerminalFeed } from '../state/terminal-feed.svelte.ts'

/** The transcript of a terminal as text, `C:` and `S:` lines as the wire saw them. */
export const transcriptText = ({ kept }: TerminalFeed): string =>
  kept.map((line) => `${prefix[line.who]}${line.text}`).join('\n')

const prefix = { you: 'C: ', server: 'S: ', program: '   ' } as const
