import ts from 'typescript'

/** The part of the sources that a table is made of: an interface with its fields. */
interface Message {
  readonly name: string
  readonly about: string
  readonly fields: readonly Field[]
}

interface Field {
  readonly name: string
  readonly type: string
  readonly about: string
}

/** Fields that mean the same wherever they stand. */
const shared: Readonly<Record<string, string>> = { run: 'The lab that it belongs to.' }

const intro = `# The lab protocol

A lab (its world, its terminal and what judges it) runs beside the page: in a Web Worker, in the page
where there is none, in Node, or behind the bridge. All of them speak this protocol. A page posts
_requests_, and _outputs_ come back, in order; both are plain data that \`structuredClone\` copies. As
JSON, octets are \`{"$octets": "…"}\` with one UTF-16 unit an octet.

A page opens one lab after the other, each with a number of its own, its _run_; outputs of an earlier
run are dropped. Inputs are numbered from 1 in each run. The list of inputs is the _journal_: played
into a new lab of the same lesson it gives the same octets. So a snapshot of a lab is its journal so far:
\`open\` with that goes back to it, without its last input steps back, and the inputs since then are a branch.
The question \`stateDifference\` compares two journals, or one with the lab as it stands.

A lab has one terminal, and more of them where inputs \`open\` some on any host: each with a number, from 2
on, that no earlier one had. A \`type\` or a \`terminal\` output without a number is for the first, so journals
from before there were several play as ever. \`type\` into a terminal that is not open does nothing, nor does
\`open\` of a host that is not there, of a number that is taken, or of one too many (six at once).

Each event has the \`number\` that it has in the log, and the \`cause\`, the number of the event that led to
it, unless a person or a plan began it; a log that keeps the newest alone may have that one no longer.

Over HTTP, \`GET bridge/labs\` opens a host and goes on as long as the page listens: the first line of
its answer is \`{"lab": "NAME"}\`, each further line an output. \`POST bridge/labs/NAME\` hands over a
request.

The page Live follows the bridge's own world: \`GET bridge/events\` is a stream of server-sent events
whose messages are outputs: \`hello\`, then \`opened\` where all begins anew, then \`events\`. A page that
comes back with \`Last-Event-ID\` gets what it missed, without \`opened\`. Named events are \`before\`
(\`events\` too: how connections began that go on among what follows), \`mailboxes\` (mail changed),
\`zones\` (a zone changed) and \`end\`. \`GET bridge/mailboxes\` answers with a \`mailboxes\` output,
\`GET bridge/zones\` with \`bridgeZones\`.

A zone of the bridge is a file: \`GET bridge/zones/FILE\` answers with its text and an \`ETag\`
(\`"RUN-VERSION"\`), \`PUT\` there puts a text in its place and answers with \`bridgeZone\`. With that
\`ETag\` as \`If-Match\` an edit is of that very text: where the zone has changed since, it is not taken, and
the answer is 412 with \`bridgeZone\` as it stands. A text with errors of syntax is kept, and what was served
before goes on. What cannot be done is answered with \`refused\`: 400 for what is no UTF-8, 401 from
another machine without the token (\`Authorization: Bearer TOKEN\`), 403 for another site or where editing is
off, 404, 405, and 413 beyond the limit. \`DELETE bridge/caches/HOST\` lets a host forget what it keeps of
the DNS. \`GET bridge/world\` has the world that the bridge began with.

This page is drawn from \`src/lab/protocol.ts\` by \`npm run docs:lab-protocol\`.
`

/**
 * Describes the lab protocol as Markdown: each message with its fields.
 * @param source The text of `src/lab/protocol.ts`.
 */
export function protocolReference(source: string): string {
  const messages = messagesOf(source)
  const version = /LAB_PROTOCOL = (\d+)/.exec(source)?.[1] ?? '?'
  const titled = (title: string, names: readonly string[]): string =>
    [
      `## ${title}`,
      ...names.flatMap((name) => messages.get(name) ?? []).map((one) => section(one)),
    ].join('\n\n')
  const requests = membersOf(source, 'LabRequest')
  const outputs = membersOf(source, 'LabOutput')
  const others = [...messages.keys()].filter((name) => ![...requests, ...outputs].includes(name))
  return [
    intro,
    `The version is ${version}.`,
    titled('Requests', requests),
    titled('Outputs', outputs),
    titled('What they hold', others),
  ]
    .join('\n\n')
    .concat('\n')
}

/** A message with its fields. @param by The field by which messages differ. */
export function section({ name, about, fields }: Message, by = 'kind'): string {
  const kind = fields.find((field) => field.name === by)?.type.replaceAll("'", '')
  const rows = fields
    .filter((field) => field.name !== by)
    .map(({ name: field, type, about: text }) => `| \`${field}\` | \`${type}\` | ${text} |`)
  const table = rows.length ? `\n\n| field | type | |\n| --- | --- | --- |\n${rows.join('\n')}` : ''
  return `### ${kind === undefined ? name : `\`${kind}\``}\n\n${about}${table}`
}

export function messagesOf(source: string): ReadonlyMap<string, Message> {
  const file = parse(source)
  const messages = file.statements
    .filter(ts.isInterfaceDeclaration)
    .map((declaration): Message => ({
      name: declaration.name.text,
      about: aboutOf(declaration),
      fields: declaration.members.filter(ts.isPropertySignature).map((member) => ({
        name: `${member.name.getText(file)}${member.questionToken ? '?' : ''}`,
        type: (member.type?.getText(file) ?? '').replaceAll('|', '\\|').replaceAll(/\s+/g, ' '),
        about: aboutOf(member) || (shared[member.name.getText(file)] ?? ''),
      })),
    }))
  return new Map(messages.map((message) => [message.name, message]))
}

export function membersOf(source: string, union: string): string[] {
  const file = parse(source)
  const alias = file.statements.find(
    (statement) => ts.isTypeAliasDeclaration(statement) && statement.name.text === union,
  )
  if (!alias || !ts.isTypeAliasDeclaration(alias) || !ts.isUnionTypeNode(alias.type)) return []
  return alias.type.types.map((member) => member.getText(file))
}

const parse = (source: string): ts.SourceFile =>
  ts.createSourceFile('protocol.ts', source, ts.ScriptTarget.Latest, true)

/** The comment of a declaration, on one line. */
const aboutOf = (node: ts.Node): string =>
  ts
    .getJSDocCommentsAndTags(node)
    .map(({ comment }) => ts.getTextOfJSDocComment(comment) ?? '')
    .join(' ')
    .replaceAll(/\s+/g, ' ')
