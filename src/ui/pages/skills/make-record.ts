import { words } from '#words/skills'
import { unpackJournal } from '../../../lab/record/pack.ts'
import type { CompletionRecord, RecordedPlay } from '../../../lab/record/record.ts'
import { isTrack } from '../../../lab/record/track.ts'
import { writeRecord } from '../../../lab/record/write-record.ts'
import { loadPlayLog } from '../../state/plays/play-log.ts'
import { openStorage } from '../../state/storage.ts'
import { sha256 } from './sha256.ts'

export interface MadeRecord {
  /** What came of it, for the learner. */
  readonly said: string
  /** The file, if one was made. */
  readonly text?: string
}

/**
 * Makes a record of all lessons that are done.
 * @param now In milliseconds.
 */
export async function recordFile(
  slugs: readonly string[],
  name: string,
  now: number,
): Promise<MadeRecord> {
  const done = slugs.filter(isDone)
  const plays = done.flatMap(playsOf)
  const recorded = new Set(plays.map(({ slug }) => slug)).size
  const left = done.length - recorded
  const missing = left > 0 ? ` ${words.unrecorded(left)}` : ''
  if (recorded === 0) return { said: `${words.noneDone}${missing}` }
  const made = new Date(now).toISOString()
  const record: CompletionRecord = { v: 1, name, made, plays }
  const code = await writeRecord(record, sha256)
  if (code === undefined) return { said: words.noDigest }
  const text = `${words.head(name, made.slice(0, 10))}\n\n${code}\n${words.foot}\n`
  return { said: `${words.made(recorded)}${missing}`, text }
}

function isDone(slug: string): boolean {
  const read = openStorage(() => localStorage).read(slug)
  return read.kind === 'saved' && (read.saved.doneAt !== undefined || read.saved.progress.done)
}

/** Each version of a lesson once: its first play without the line itself. */
function playsOf(slug: string): RecordedPlay[] {
  const known = new Set<string>()
  return loadPlayLog(slug, () => localStorage).plays.flatMap((play) => {
    const { variant, edition, at, journal, missed, track } = play
    const version = `${edition} ${variant ?? ''}`
    const inputs = journal === undefined ? undefined : unpackJournal(journal)
    if (!inputs || known.has(version) || missed.some(({ kind }) => kind === 'shown')) return []
    known.add(version)
    return [
      {
        ...{ slug, edition, at, journal: inputs },
        ...(variant !== undefined && { variant }),
        ...(isTrack(track) && { track }),
      },
    ]
  })
}
