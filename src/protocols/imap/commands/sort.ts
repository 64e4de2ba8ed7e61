import type { Work } from '../../shared/work.ts'
import { sorting } from '../data/sort.ts'
import { sortKeys, type SortCriterion, type SortKey } from '../data/sort-key.ts'
import { keysBehind } from '../search/arguments.ts'
import { switchCondstoreOn } from '../responses/condstore.ts'
import { modSeqOf } from '../search/answer.ts'
import { asksModSeq, find } from '../search/find.ts'
import { charsetRefusal } from '../search/unknown-charset.ts'
import { defineBothForms } from '../server/both-forms.ts'
import { ok } from '../server/command.ts'
import { outputOf, type Output } from '../server/output.ts'
import { exactly, keyword, list, map, sequence, space, whereStarts } from '../wire/combine.ts'

/** RFC 5256 §5 and RFC 5957 §5: `sort-key`. */
const sortKey = map(
  keyword(...sortKeys.map((key) => key.toUpperCase())),
  (word) => word.toLowerCase() as SortKey,
)

/** RFC 5256 §5: `sort-criterion`. */
const criterion = map(
  sequence(whereStarts('REVERSE ', sequence(exactly('REVERSE'), space), undefined), sortKey),
  ([reverse, key]): SortCriterion => ({ key, reverse: reverse !== undefined }),
)

const sortArguments = keysBehind(list(criterion))

const source = { rfc: 5256, section: '3' } as const

export const [sort, uidSort] = defineBothForms({
  verb: 'SORT',
  syntax: '(REVERSE DATE) UTF-8 ALL',
  about: 'Finds messages, and sorts them',
  aboutUid: 'Sorts messages, and names their UIDs',
  source,
  uidSource: source,
  expunges: 'held',
  arguments: sortArguments,
  run(session, { before: criteria, charset, key }, by, tools) {
    if (key.key === 'unknown-charset') return charsetRefusal(session, charset, 'unknown', tools)!
    const modSeq = asksModSeq(key) ? 'shown' : 'hidden'
    const aware = modSeq === 'shown' ? switchCondstoreOn(session, tools) : { session, untagged: [] }
    const searching = find(session, key)
    function* lines(): Work<Output> {
      const sorted = yield* sorting(yield* searching, criteria)
      const numbers = sorted.map(({ seq, uid }) => ` ${by === 'uid' ? uid : seq}`).join('')
      return [`* SORT${numbers}${modSeqOf(sorted, modSeq)}\r\n`]
    }
    const { now, later } = outputOf(lines())
    const sent = { untagged: [...aware.untagged, ...now], ...(later && { stream: later }) }
    return ok(aware.session, tools.responses.done(tools), sent)
  },
})
