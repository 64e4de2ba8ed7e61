import { defineCommand, ok, type Answer, type Command, type Tools } from '../server/command.ts'
import { sortMessages } from '../data/sort.ts'
import { sortKeys, type SortCriterion, type SortKey } from '../data/sort-key.ts'
import { keysIn, type SearchArguments } from '../search/arguments.ts'
import { find } from '../search/find.ts'
import { charsetRefusal } from '../search/unknown-charset.ts'
import type { Selected } from '../server/session.ts'
import { keyword, list, map, sequence, space, whereStarts, exactly } from '../wire/combine.ts'
import { failed, type Parser } from '../wire/reader.ts'
import { astring } from '../wire/strings.ts'

/** RFC 5256 §5 and RFC 5957 §5: `sort-key`. */
const sortKey = map(
  keyword(...sortKeys.map((key) => key.toUpperCase())),
  (word) => word.toLowerCase() as SortKey,
)

/** RFC 5256 §5: `sort-criterion`. */
const criterion: Parser<SortCriterion> = (reader) => {
  const read = sequence(
    whereStarts('REVERSE ', sequence(exactly('REVERSE'), space), undefined),
    sortKey,
  )(reader)
  if (read === failed) return failed
  return { key: read[1], reverse: read[0] !== undefined }
}

interface SortArguments {
  readonly criteria: readonly SortCriterion[]
  readonly charset: string
  readonly key: SearchArguments['key']
}

const sortArguments: Parser<SortArguments> = (reader) => {
  const read = sequence(list(criterion), space, astring, space)(reader)
  if (read === failed) return failed
  const [criteria, , charset] = read
  const key = keysIn(reader, charset)
  return key === failed ? failed : { criteria, charset, key }
}

const sorting = (verb: 'SORT' | 'UID SORT', by: 'number' | 'uid', about: string): Command =>
  defineCommand({
    verb,
    syntax: `${verb} (REVERSE DATE) UTF-8 ALL`,
    about,
    source: { rfc: 5256, section: '3' },
    allowedIn: ['selected'],
    expunges: by === 'uid' ? 'told' : 'held',
    arguments: sortArguments,
    run: (session, given, tools) => run(session, given, by, tools),
  })

export const sort: Command = sorting('SORT', 'number', 'Finds messages, and sorts them')

export const uidSort: Command = sorting('UID SORT', 'uid', 'Sorts messages, and names their UIDs')

function run(
  session: Selected,
  { criteria, charset, key }: SortArguments,
  by: 'number' | 'uid',
  tools: Tools,
): Answer {
  if (key.key === 'unknown-charset') return charsetRefusal(session, charset, 'unknown', tools)!
  const sorted = sortMessages(find(session, key), criteria)
  const numbers = sorted.map(({ seq, uid }) => ` ${by === 'uid' ? uid : seq}`).join('')
  return ok(session, tools.say.done(tools), { untagged: [`* SORT${numbers}\r\n`] })
}
