import type { Span } from '../../core/span.ts'
import type { SpokenProtocol } from '../../core/text/line-mark.ts'
import type { PlayedConnection, PlayedTranscript, TranscriptStep } from './played-transcript.ts'
import { plainSteps } from './plain-transcript.ts'
import { protocolOf } from './protocol-of.ts'
import { readLines } from './read-lines.ts'
import { SessionReader, type SaidLine } from './session-reader.ts'
import { splitConnections, type ConnectedLine } from './split-connections.ts'
import { loadSpoken } from './load-spoken.ts'
import type { Spoken } from './spoken.ts'
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
 * real servers, which are fetched as they are needed: it rejects where one cannot be. Never throws
 * otherwise; the work grows with the text, up to `limits`.
 */
export async function readTranscript({
  text,
  protocol,
}: TranscriptAsked): Promise<PlayedTranscript> {
  const read = readConnections(text, protocol)
  const known = await loadSpoken(read.protocols.flatMap((one) => one ?? []))
  return explained(read, known)
}

/** The same with protocols that are there; lines of others stand as they are. */
export const transcriptWith = (
  known: ReadonlyMap<SpokenProtocol, Spoken>,
  { text, protocol }: TranscriptAsked,
): PlayedTranscript => explained(readConnections(text, protocol), known)

interface ReadConnections {
  readonly names: readonly string[]
  readonly lines: readonly ConnectedLine[]
  /** Of each connection; undefined where no line shows it. */
  readonly protocols: readonly (SpokenProtocol | undefined)[]
  readonly problems: readonly TranscriptProblem[]
}

function readConnections(text: string, given: SpokenProtocol | undefined): ReadConnections {
  const read = readLines(text)
  const { names, lines, left } = splitConnections(read.lines)
  const problems = [...read.problems]
  if (left) problems.push({ kind: 'too-many-connections', span: left })
  const protocols = names.map((_, connection) => {
    const own = lines.filter((line) => line.connection === connection)
    const known = given ?? protocolOf(own.map(({ written }) => written))
    if (!known) problems.push({ kind: 'no-protocol', span: firstSaid(own) })
    return known
  })
  return {
    ...{ names, lines, protocols },
    problems: problems.toSorted((a, b) => a.span.from - b.span.from),
  }
}

const firstSaid = (lines: readonly ConnectedLine[]): Span =>
  lines.find(({ written }) => written.who === 'client' || written.who === 'server')!.written.span

function explained(
  { names, lines, protocols, problems }: ReadConnections,
  known: ReadonlyMap<SpokenProtocol, Spoken>,
): PlayedTranscript {
  const readers = protocols.map((one) => {
    const spoken = one && known.get(one)
    return spoken && new SessionReader(spoken)
  })
  const entries = lines.flatMap((line) => entriesOf(line, readers[line.connection]))
  for (const reader of readers) reader?.walk()
  return {
    connections: names.map((name, at) => ({ name, ...factsOf(readers[at]?.spoken) })),
    steps: entries.map(({ step, said, reader }) =>
      said && reader ? { ...step, ...reader.explain(said) } : step,
    ),
    problems,
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
  const { who: kind } = written
  if (kind === 'gap') reader?.leaveOut()
  if (!reader || (kind !== 'client' && kind !== 'server'))
    return plainSteps({ written, connection }).map((step) => ({ step }))
  return reader
    .take(kind, written)
    .map((said) => ({ step: { kind, connection, text: said.text, span: said.span }, said, reader }))
}

const factsOf = (spoken: Spoken | undefined): Omit<PlayedConnection, 'name'> =>
  spoken
    ? {
        protocol: spoken.protocol,
        stations: spoken.states.map.stations.map(({ name }) => name),
      }
    : { stations: [] }
