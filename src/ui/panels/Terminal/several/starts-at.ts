import type { Lesson } from '../../../../lab/types.ts'

/** What is known of a terminal beside the first. */
export interface AtTerminal {
  /** The host that its prompt is on. */
  readonly place: string
  readonly running: string | undefined
  /** Whether what runs talks over a connection, line by line. */
  readonly talks: boolean
  readonly hosts: Lesson['world']['hosts']
  /** The host of the lesson's own terminal. */
  readonly desk: string | undefined
}

/**
 * What a finger may begin with in a terminal, the fitting one first.
 * @param suggestions What the step says may come now: commands of a session, or of the lesson's own host.
 */
export function startsAt(
  { place, running, talks, hosts, desk }: AtTerminal,
  suggestions: readonly string[],
): readonly string[] {
  if (talks) return [...suggestions.filter(isCommand).slice(0, 2), 'Ctrl-C']
  if (running !== undefined) return ['Ctrl-C', 'Ctrl-D']
  const host = hosts.find(({ name }) => name === place)
  if (host?.smtp) return ['tail -f /var/log/mail.log', 'mailq', 'help']
  const ofShell = place === desk ? suggestions.filter((line) => !isCommand(line)) : []
  return [...ofShell, 'hosts', 'swaks -t …', 'help']
}

/** Whether a suggestion is for a session: its verb, or the word behind a tag of IMAP, is in capitals. */
const isCommand = (line: string): boolean => /^(?:\w+ )?[A-Z]{3,}\b|^\.$/.test(line)
