import type { PlayedTranscript, TranscriptStep } from './played-transcript.ts'
import { readLines } from './read-lines.ts'
import { splitConnections, type ConnectedLine } from './split-connections.ts'

/**
 * A transcript as it stands, without a word on what its lines are: it can be shown before anything was
 * fetched. Never throws.
 */
export function plainTranscript(text: string): PlayedTranscript {
  const { names, lines } = splitConnections(readLines(text).lines)
  return {
    connections: names.map((name) => ({ name, stations: [] })),
    steps: lines.flatMap(plainSteps),
    problems: [],
  }
}

/** Lines that go on with another stand for themselves, while it is not known what they are. */
export const plainSteps = ({ written, connection }: ConnectedLine): TranscriptStep[] =>
  [written, ...written.more].map(({ text, span }) => ({
    ...{ kind: written.who, connection, text, span },
  }))
