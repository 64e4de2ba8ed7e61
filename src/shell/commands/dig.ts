import { recordsOf, type DnsRecord, type Resolver } from '../../core/dns.ts'
import { parentName } from '../../dns/names.ts'
import { dim, withCode } from '../../core/text/ansi.ts'
import type { Command, CommandContext } from '../command.ts'
import { renderReply, type DigReply, type Layout } from '../dig/answer.ts'
import { readDigArguments, type DigQuestion, type DigRequest } from '../dig/arguments.ts'
import { pointAt } from '../point-at.ts'
import { showText } from '../show-text.ts'

export const dig: Command = {
  name: 'dig',
  summary: 'ask the DNS: which records does a name have?',
  completes: ['names', 'record-types'],
  page: {
    synopsis: ['dig [-x address] [name] [type] [+short]'],
    description: [
      '`dig` asks the DNS for the records of one type that a name has, and prints the whole answer. Without a type it asks for `A`, the IPv4 address. Name and type may come in either order, and one line may have several queries.',
      'The status in the header shows what became of the question: `NOERROR` (fine), `NXDOMAIN` (no such name) or `SERVFAIL` (the servers are broken). `NOERROR` with `ANSWER: 0` means that the name exists, but has no record of that type.',
      'Each line of the answer shows: the name, how many seconds the answer may be kept (TTL), the class `IN`, the type, and the data.',
      'One resolver here knows all zones, so naming a server with `@` changes nothing.',
    ],
    options: [
      ['-x address', 'which name does this IP address have? (a `PTR` record)'],
      ['-t type, -q name', 'the type or the name, where it could be taken for something else'],
      ['+short', 'only the data, one record a line'],
      ['+noall +answer', 'only the answer section'],
    ],
    examples: [
      ['dig example.org MX', 'which hosts receive mail for example.org?'],
      ['dig example.org TXT +short', 'its texts, SPF among them'],
      ['dig -x 192.0.2.25', 'the name of an address'],
    ],
    seeAlso: ['host', 'hosts', 'nc'],
  },
  run(words, context) {
    const request = readDigArguments(words)
    if ('message' in request)
      context.complain(pointAt(context.line, request.span, `dig: ${request.message}`))
    else if (!request.questions.length)
      context.complain(
        withCode('usage: dig name type\nAsk about a name: `dig example.org MX`, for instance.'),
      )
    else ask(request, words.map(({ text }) => text).join(' '), context)
    return undefined
  },
}

function ask(
  { questions, show, server }: DigRequest,
  typed: string,
  context: CommandContext,
): void {
  const { world, host, print, note } = context
  const lookUp: LookUp = (name, type) => world.lookUp(host.name, name, type)
  if (server !== undefined) note(dim(';; One resolver knows all zones here: @ changes nothing.'))
  if (!show.short && show.command) print(dim(`; <<>> HELO World <<>> ${showText(typed)}`))
  questions.forEach((question, at) => {
    const reply = replyTo(question, lookUp, world.resolver)
    const lines = renderReply(reply, show, { now: world.clock.now(), layout: layoutFor(context) })
    const gap = at && show.comments && !show.short ? [''] : []
    if (lines.length) print([...gap, ...lines].join('\n'))
  })
}

/** A screen has few cells; what reads a pipe or a file cuts at tabs, as of the real program. */
const layoutFor = ({ isOnScreen }: CommandContext): Layout => (isOnScreen ? 'narrow' : 'tabs')

/** Asks as the host does that it runs on. */
type LookUp = Resolver['query']

function replyTo(question: DigQuestion, lookUp: LookUp, resolver: Resolver): DigReply {
  const answer = lookUp(question.name, question.type)
  const negative = answer.status === 'nxdomain' || answer.status === 'nodata'
  const end = answer.aliases?.at(-1)
  const name = end && 'target' in end ? end.target : question.name
  return { question, answer, authority: negative ? startOfAuthority(name, resolver) : [] }
}

/** The SOA of the zone that has no such name: of the name itself or the nearest one above. */
function startOfAuthority(name: string, resolver: Resolver): DnsRecord[] {
  for (let zone = name; zone !== ''; zone = parentName(zone)) {
    const own = recordsOf(resolver.query(zone, 'SOA'), 'SOA').filter((soa) => soa.name === zone)
    // Kept as long as the SOA itself, and no longer than its last field says (RFC 2308 §3).
    if (own.length) return own.map((soa) => ({ ...soa, ttl: Math.min(soa.ttl, soa.minimum) }))
  }
  return []
}
