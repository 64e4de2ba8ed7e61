import { membersOf, messagesOf, section } from './protocol-markdown.ts'

const START = '<!-- The protocol, from src/embed/protocol.ts: npm run docs:embedding -->'
const END = '<!-- end -->'

/**
 * Puts the messages of the protocol, each with its fields, into docs/embedding.md.
 * @param page The text of the page, with the two marks between which they stand.
 * @param source The text of `src/embed/protocol.ts`.
 */
export function withEmbedProtocol(page: string, source: string): string {
  const [before, rest] = page.split(START) as [string, string]
  const after = rest.slice(rest.indexOf(END))
  return `${before}${START}\n\n${embedProtocol(source)}\n\n${after}`
}

/** `helo` is in each of them and is said once. */
function embedProtocol(source: string): string {
  const messages = messagesOf(source)
  const titled = (title: string, names: readonly string[]): string => {
    const all = names.flatMap((name) => messages.get(name) ?? [])
    const sections = all.map(({ fields, ...one }) =>
      section({ ...one, fields: fields.filter(({ name }) => name !== 'helo') }, 'type'),
    )
    return [`### ${title}`, ...sections.map((text) => `#${text}`)].join('\n\n')
  }
  const [host, frame] = [membersOf(source, 'HostMessage'), membersOf(source, 'FrameMessage')]
  const others = [...messages.keys()].filter((name) => ![...host, ...frame].includes(name))
  return [
    titled('From the page to the frame', host),
    titled('From the frame to the page', frame),
    titled('What they hold', others),
  ].join('\n\n')
}
