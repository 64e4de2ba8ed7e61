import { defineCommand, ok, type Answer, type Command, type Tools } from '../server/command.ts'
import { isRev2 } from '../server/modes.ts'
import { esearchLine, savedUids, searchLine, type SearchReport } from '../search/answer.ts'
import { searchArguments, type ReturnOption, type SearchArguments } from '../search/arguments.ts'
import { asksModSeq, find } from '../search/find.ts'
import { charsetRefusal } from '../search/unknown-charset.ts'
import type { Selected } from '../server/session.ts'
import { withCondstore } from '../responses/status.ts'

const searching = (
  verb: 'SEARCH' | 'UID SEARCH',
  by: SearchReport['by'],
  about: string,
  section: string,
): Command =>
  defineCommand({
    verb,
    syntax: `${verb} UNSEEN FROM "alice"`,
    about,
    source: { rfc: 9051, section },
    allowedIn: ['selected'],
    expunges: by === 'uid' ? 'told' : 'held',
    arguments: searchArguments,
    run: (session, given, tools) => run(session, given, by, tools),
  })

export const search: Command = searching('SEARCH', 'number', 'Finds messages', '6.4.4')

export const uidSearch: Command = searching(
  'UID SEARCH',
  'uid',
  'Finds messages, and names their UIDs',
  '6.4.9',
)

function run(
  session: Selected,
  { wanted, charset, key }: SearchArguments,
  by: SearchReport['by'],
  tools: Tools,
): Answer {
  const known = key.key === 'unknown-charset' ? 'unknown' : 'known'
  const refused = charsetRefusal(session, charset, known, tools)
  // A search that failed leaves nothing saved (RFC 5182 §2.1).
  if (refused?.type === 'reply' && refused.status === 'NO' && wanted?.includes('SAVE'))
    return { ...refused, session: save(session, []) }
  if (refused || key.key === 'unknown-charset') return refused!
  const modSeq = asksModSeq(key) ? 'told' : 'untold'
  const aware = modSeq === 'told' ? withCondstore(session) : session
  const found = find(aware, key)
  const asked = wanted === undefined || wanted.length > 0 ? wanted : (['ALL'] as const)
  const next = asked?.includes('SAVE') ? save(aware, savedUids(found, asked)) : aware
  const untagged = linesFor({ found, by, modSeq, tag: tools.tag }, asked, session)
  return ok(next, tools.say.done(tools), { untagged })
}

const save = (session: Selected, saved: readonly number[]): Selected => ({
  ...session,
  view: { ...session.view, saved },
})

/** SAVE alone is not answered with data (RFC 5182 §2.1); IMAP4rev2 knows ESEARCH only. */
function linesFor(
  report: SearchReport,
  wanted: readonly ReturnOption[] | undefined,
  { enabled }: Selected,
): string[] {
  if (wanted?.every((option) => option === 'SAVE')) return []
  if (wanted) return [esearchLine(report, wanted)]
  return [isRev2(enabled) ? esearchLine(report, ['ALL']) : searchLine(report)]
}
