import { readJson } from '../../lab/octet-json.ts'
import { readOutput } from '../../lab/read-output.ts'
import type { MailboxSnapshot } from '../../lab/types.ts'

/** The mailboxes in the answer of a bridge. Throws where it holds none. */
export function mailboxesIn(text: string): readonly MailboxSnapshot[] {
  const output = readOutput(readJson(text))
  if (typeof output === 'string') throw new Error(output)
  if (output.kind !== 'mailboxes') throw new Error(`The bridge answers with “${output.kind}”.`)
  return output.mailboxes
}
