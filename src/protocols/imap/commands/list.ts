import { DELIMITER, type MailboxEntry } from '../../store/store.ts'
import { bad, defineCommand, ok, type Answer, type Command, type Tools } from '../server/command.ts'
import { existing, matcherOf, subscribed, type Listed } from '../list/entries.ts'
import { listLine } from '../list/lines.ts'
import {
  returnOptions,
  selectOptions,
  type ReturnOption,
  type SelectOption,
} from '../list/options.ts'
import { namePattern, reference, type NamePattern } from '../wire/mailbox-names.ts'
import type { Output } from '../server/output.ts'
import { loggedIn, type Authenticated, type Selected } from '../server/session.ts'
import { switchCondstoreOn } from '../responses/condstore.ts'
import { statusLine } from '../responses/status.ts'
import { list, map, maybe, oneOf, sequence, space, whereStarts } from '../wire/combine.ts'

interface ListRequest {
  readonly select: readonly SelectOption[] | undefined
  readonly reference: NamePattern
  readonly patterns: readonly NamePattern[] | NamePattern
  readonly wanted: readonly ReturnOption[] | undefined
}

const listRequest = map(
  sequence(
    whereStarts(
      '(',
      map(sequence(selectOptions, space), ([options]) => options),
      undefined,
    ),
    reference,
    space,
    oneOf(list(namePattern), namePattern),
    maybe(returnOptions),
  ),
  ([select, before, , patterns, wanted]): ListRequest => ({
    select,
    reference: before,
    patterns,
    wanted,
  }),
)

export const listCommand: Command = defineCommand({
  verb: 'LIST',
  syntax: 'LIST "" *',
  about: 'Lists mailboxes',
  source: { rfc: 9051, section: '6.3.9' },
  allowedIn: loggedIn,
  arguments: listRequest,
  run(session, request, tools) {
    const { select = [], reference: before } = request
    const patterns = several(request)
    // An empty pattern asks for the delimiter (§6.3.9).
    if (isEmpty(request.patterns) && request.select === undefined) {
      const untagged = [`* LIST (\\Noselect) "${DELIMITER}" ""\r\n`]
      return ok(session, tools.responses.done(tools), { untagged })
    }
    if (select.includes('RECURSIVEMATCH') && !select.includes('SUBSCRIBED')) {
      return bad(session, tools.responses.recursiveAlone(tools))
    }
    const matches = matcherOf(before, patterns)
    return answer(session, request, chosen(session, select, matches), tools)
  },
})

const isSeveral = (patterns: ListRequest['patterns']): patterns is readonly NamePattern[] =>
  Array.isArray(patterns)

const several = ({ patterns }: ListRequest): readonly NamePattern[] =>
  isSeveral(patterns) ? patterns : [patterns]

const isEmpty = (patterns: ListRequest['patterns']): boolean =>
  !isSeveral(patterns) && patterns.written === ''

function chosen(
  { account }: Authenticated | Selected,
  select: readonly SelectOption[],
  matches: (name: string) => boolean,
): Listed[] {
  // RFC 6154 §5.2
  const wanted = (entry: MailboxEntry | undefined): boolean =>
    !select.includes('SPECIAL-USE') || entry?.specialUse !== undefined
  return select.includes('SUBSCRIBED')
    ? subscribed(account, matches, select.includes('RECURSIVEMATCH') ? 'recursive' : 'flat', wanted)
    : existing(account, matches).filter(({ entry }) => wanted(entry))
}

function answer(
  session: Authenticated | Selected,
  { select, patterns, wanted = [] }: ListRequest,
  found: readonly Listed[],
  tools: Tools,
): Answer {
  const isExtended = select !== undefined || wanted.length > 0 || isSeveral(patterns)
  const status = wanted.find((option) => option.option === 'STATUS')
  const isAsked = (option: 'CHILDREN' | 'SPECIAL-USE'): boolean =>
    !isExtended ||
    tools.policies.listAttributes === 'all' ||
    wanted.some((one) => one.option === option) ||
    (option === 'SPECIAL-USE' && (select?.includes(option) ?? false))
  const style = {
    children: isAsked('CHILDREN') ? 'shown' : 'hidden',
    uses: isAsked('SPECIAL-USE') ? 'shown' : 'hidden',
    enabled: session.enabled,
    form: isExtended ? 'extended' : 'plain',
    subscriptions:
      select?.includes('SUBSCRIBED') || wanted.some(({ option }) => option === 'SUBSCRIBED')
        ? 'shown'
        : 'hidden',
  } as const
  const untagged: Output = found.flatMap((listed) => {
    const mailbox = listed.entry?.mailbox
    const line = listLine(listed, style)
    if (status?.option !== 'STATUS' || !mailbox) return [line]
    // RFC 5819 §2: behind the LIST of its mailbox.
    return [line, statusLine(mailbox, listed.name, status.items, session)]
  })
  const asksModSeq = status?.option === 'STATUS' && status.items.includes('HIGHESTMODSEQ')
  const aware = asksModSeq ? switchCondstoreOn(session, tools) : { session, untagged: [] }
  return ok(aware.session, tools.responses.done(tools), {
    untagged: [...aware.untagged, ...untagged],
  })
}
