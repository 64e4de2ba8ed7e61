import type { Span } from '../../core/span.ts'
import type { SpokenProtocol } from '../../core/text/line-mark.ts'
import type { PlayedTranscript, TranscriptStep } from './played-transcript.ts'
import { protocolOf } from './protocol-of.ts'
import { readLines } from './read-lines.ts'
import { SessionReader, type SaidLine } from './session-reader.ts'
import { splitConnections, type ConnectedLine } from './split-connections.ts'
import { spoken } from './spoken.ts'
import type { TranscriptProblem } from './written-line.ts'

/** What is asked about a transcript. */
export interface TranscriptAsked {
  readonly text: string
  /** By default it is recognized, connection by connection. */
  readonly protocol?: SpokenProtocol
}

/**
 * Reads a transcript of SMTP, IMAP or POP3, and explains each of its lines: what it is, how far its
 * session has come, and whether its protocol allows it there. The client's commands are played to the
 * real servers. Never throws; the work grows with the text, up to `limits`.
 */
export function readTranscript({ text, protocol }: TranscriptAsked): PlayedTranscript {
  const read = readLines(text)
  const { names, lines, left } = splitConnections(read.lines)
  const problems: TranscriptProblem[] = [...read.problems]
  if (left) problems.push({ kind: 'too-many-connections', span: left })
  const readers = names.map((_, connection) => {
    const own = lines.filter((line) => line.connection === connection)
    const known = protocol ?? protocolOf(own.map(({ written }) => written))
    if (!known) problems.push({ kind: 'no-protocol', span: firstSaid(own) })
    return known && new SessionReader(known)
  })
  const entries = lines.flatMap((line) => entriesOf(line, readers[line.connection]))
  for (const reader of readers) reader?.walk()
  return {
    connections: names.map((name, at) => ({ name, ...factsOf(readers[at]?.protocol) })),
    steps: entries.map(({ step, said, reader }) =>
      said && reader ? { ...step, ...reader.explain(said) } : step,
    ),
    problems: problems.toSorted((a, b) => a.span.from - b.span.from),
  }
}

/** A step of the player, and the line of a session that it is. */
interface Entry {
  readonly step: TranscriptStep
  readonly said?: SaidLine
  readonly reader?: SessionReader
}

function entriesOf(
  { written, connection }: ConnectedLine,
  reader: SessionReader | undefined,
): Entry[] {
  const { who: kind, text, span, more } = written
  if (kind === 'gap') reader?.leaveOut()
  if (kind !== 'client' && kind !== 'server') return [{ step: { kind, connection, text, span } }]
  if (!reader) {
    const all = [{ text, span }, ...more]
    return all.map((one) => ({ step: { kind, connection, ...one } }))
  }
  return reader
    .take(kind, written)
    .map((said) => ({ step: { kind, connection, text: said.text, span: said.span }, said, reader }))
}

const firstSaid = (lines: readonly ConnectedLine[]): Span =>
  lines.find(({ written }) => written.who === 'client' || written.who === 'server')!.written.span

const factsOf = (protocol: SpokenProtocol | undefined) =>
  protocol
    ? { protocol, stations: spoken[protocol].states.map.stations.map(({ name }) => name) }
    : { stations: [] }
