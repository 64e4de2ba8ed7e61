import type { Lesson } from '../../../../lab/types.ts'

/** What a finger may begin with in a terminal on a host, the fitting one first. */
export function startsAt(
  hosts: Lesson['world']['hosts'],
  place: string,
  running: string | undefined,
): readonly string[] {
  if (running !== undefined) return ['Ctrl-C', 'Ctrl-D']
  const host = hosts.find(({ name }) => name === place)
  return host?.smtp
    ? ['tail -f /var/log/mail.log', 'mailq', 'help']
    : ['hosts', 'swaks -t …', 'help']
}
