import type { Work } from '../../shared/work.ts'
import type { MessageRecord } from '../data/search/record.ts'
import { defineBothForms, type Naming } from '../server/both-forms.ts'
import { ok, type Answer, type Tools } from '../server/command.ts'
import { outputOf, type Output } from '../server/output.ts'
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
    return { ...refused, session: save(session, () => []) }
  if (refused || key.key === 'unknown-charset') return refused!
  const modSeq = asksModSeq(key) ? 'shown' : 'hidden'
  const { session: aware, untagged: before } =
    modSeq === 'shown' ? switchCondstoreOn(session, tools) : { session, untagged: [] }
  const asked = wanted === undefined || wanted.length > 0 ? wanted : (['ALL'] as const)
  const searching = find(aware, key)
  let found: readonly MessageRecord[] = []
  function* lines(): Work<Output> {
    found = yield* searching
    return linesFor({ found, by, modSeq, tag: tools.tag }, asked, session)
  }
  const { now, later } = outputOf(lines())
  // The next command is read when this one is over, so what it found is known by then.
  const next = asked?.includes('SAVE') ? save(aware, () => savedUids(found, asked)) : aware
  const sent = { untagged: [...before, ...now], ...(later && { stream: later }) }
  return ok(next, tools.responses.done(tools), sent)
}

const save = (session: Selected, saved: () => readonly number[]): Selected => ({
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
