import { DELIMITER } from '../../store/store.ts'
import { bad, defineCommand, ok, type Answer, type Command, type Tools } from '../server/command.ts'
import { existing, matcherOf, subscribed, type Listed } from '../list/entries.ts'
import { listLine } from '../list/lines.ts'
import {
  returnOptions,
  selectOptions,
  type ReturnOption,
  type SelectOption,
} from '../list/options.ts'
import { mailboxName, namePattern } from '../wire/mailbox-names.ts'
import type { Output } from '../server/output.ts'
import { loggedIn, type Authenticated, type Selected } from '../server/session.ts'
import { switchCondstoreOn } from '../responses/condstore.ts'
import { statusLine } from '../responses/status.ts'
import { list, map, maybe, oneOf, sequence, space, whereStarts } from '../wire/combine.ts'

interface ListRequest {
  readonly select: readonly SelectOption[] | undefined
  readonly reference: string
  readonly patterns: readonly string[] | string
  readonly wanted: readonly ReturnOption[] | undefined
}

const listRequest = map(
  sequence(
    whereStarts(
      '(',
      map(sequence(selectOptions, space), ([options]) => options),
      undefined,
    ),
    mailboxName,
    space,
    oneOf(list(namePattern), namePattern),
    maybe(returnOptions),
  ),
  ([select, reference, , patterns, wanted]): ListRequest => ({
    select,
    reference,
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
    const { select = [], patterns, reference } = request
    // An empty pattern asks for the delimiter (§6.3.9).
    if (patterns === '' && request.select === undefined) {
      const untagged = [`* LIST (\\Noselect) "${DELIMITER}" ""\r\n`]
      return ok(session, tools.responses.done(tools), { untagged })
    }
    if (select.includes('RECURSIVEMATCH') && !select.includes('SUBSCRIBED')) {
      const because = 'RECURSIVEMATCH stands beside SUBSCRIBED'
      return bad(session, tools.responses.syntax({ command: tools.command, because }))
    }
    const matches = matcherOf(reference, typeof patterns === 'string' ? [patterns] : patterns)
    return answer(session, request, chosen(session, select, matches), tools)
  },
})

function chosen(
  { account }: Authenticated | Selected,
  select: readonly SelectOption[],
  matches: (name: string) => boolean,
): Listed[] {
  const found = select.includes('SUBSCRIBED')
    ? subscribed(account, matches, select.includes('RECURSIVEMATCH') ? 'recursive' : 'flat')
    : existing(account, matches)
  // RFC 6154 §5.2
  return select.includes('SPECIAL-USE') ? found.filter(({ entry }) => entry?.specialUse) : found
}

function answer(
  session: Authenticated | Selected,
  { select, patterns, wanted = [] }: ListRequest,
  found: readonly Listed[],
  tools: Tools,
): Answer {
  const isExtended = select !== undefined || wanted.length > 0 || typeof patterns !== 'string'
  const status = wanted.find((option) => option.option === 'STATUS')
  const style = {
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
    return [line, statusLine(mailbox, listed.name, status.items, session.enabled)]
  })
  const asksModSeq = status?.option === 'STATUS' && status.items.includes('HIGHESTMODSEQ')
  const aware = asksModSeq ? switchCondstoreOn(session, tools) : { session, untagged: [] }
  return ok(aware.session, tools.responses.done(tools), {
    untagged: [...aware.untagged, ...untagged],
  })
}
