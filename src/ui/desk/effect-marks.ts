import type { LabView } from '../state/lab-view.svelte.ts'

/** What the effects of a lab come to, each with its name: a change of one is news. */
export function effectMarks({ mailboxes, senders, mails }: LabView): ReadonlyMap<string, string> {
  return new Map([
    ...(mailboxes ?? []).map(({ address, folders }): [string, string] => [
      `mailbox:${address}`,
      folders.map(({ count }) => count).join(' '),
    ]),
    ...senders.map(({ sender, verdict }): [string, string] => [
      `sender:${sender.id}`,
      verdict.result,
    ]),
    ...mails.map(({ mail, journey }): [string, string] => [`mail:${mail.id}`, journey.end.kind]),
  ])
}

/** How many effects are other than they were. */
export const changesBetween = (
  before: ReadonlyMap<string, string>,
  now: ReadonlyMap<string, string>,
): number => [...now].filter(([name, mark]) => before.has(name) && before.get(name) !== mark).length
