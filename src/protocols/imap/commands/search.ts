import { defineBothForms, type Naming } from '../server/both-forms.ts'
import { ok, type Answer, type Tools } from '../server/command.ts'
import { isRev2 } from '../server/modes.ts'
import { esearchLine, savedUids, searchLine, type SearchReport } from '../search/answer.ts'
import { searchArguments, type ReturnOption, type SearchArguments } from '../search/arguments.ts'
import { asksModSeq, find } from '../search/find.ts'
import { charsetRefusal } from '../search/unknown-charset.ts'
import type { Selected } from '../server/session.ts'
import { switchCondstoreOn } from '../responses/condstore.ts'

export const [search, uidSearch] = defineBothForms({
  verb: 'SEARCH',
  syntax: 'UNSEEN FROM "alice"',
  about: 'Finds messages',
  aboutUid: 'Finds messages, and names their UIDs',
  source: { rfc: 9051, section: '6.4.4' },
  expunges: 'held',
  arguments: searchArguments,
  run,
})

function run(
  session: Selected,
  { wanted, charset, key }: SearchArguments,
  by: Naming,
  tools: Tools,
): Answer {
  const known = key.key === 'unknown-charset' ? 'unknown' : 'known'
  const refused = charsetRefusal(session, charset, known, tools)
  // A search that fails saves an empty result (RFC 5182 §2.1).
  if (refused?.type === 'reply' && refused.status === 'NO' && wanted?.includes('SAVE'))
    return { ...refused, session: save(session, []) }
  if (refused || key.key === 'unknown-charset') return refused!
  const modSeq = asksModSeq(key) ? 'shown' : 'hidden'
  const { session: aware, untagged: before } =
    modSeq === 'shown' ? switchCondstoreOn(session, tools) : { session, untagged: [] }
  const found = find(aware, key)
  const asked = wanted === undefined || wanted.length > 0 ? wanted : (['ALL'] as const)
  const next = asked?.includes('SAVE') ? save(aware, savedUids(found, asked)) : aware
  const lines = linesFor({ found, by, modSeq, tag: tools.tag }, asked, session)
  return ok(next, tools.responses.done(tools), { untagged: [...before, ...lines] })
}

const save = (session: Selected, saved: readonly number[]): Selected => ({
  ...session,
  view: { ...session.view, saved },
})

/** SAVE alone returns no data (RFC 5182 §2.1); IMAP4rev2 has ESEARCH only. */
function linesFor(
  report: SearchReport,
  wanted: readonly ReturnOption[] | undefined,
  { enabled }: Selected,
): string[] {
  if (wanted?.every((option) => option === 'SAVE')) return []
  if (wanted) return [esearchLine(report, wanted)]
  return [isRev2(enabled) ? esearchLine(report, ['ALL']) : searchLine(report)]
}
