import { words } from '#words/saved-work'
import type { LessonState } from '../state/lesson-state.svelte.ts'
import { readSaved, type Saved } from '../state/saved.ts'
import { joinedTranscripts, transcriptsOf } from '../terminal/transcripts-of.ts'

/** Hands the learner a file with all of the work on this page. */
export function exportWork(work: LessonState): void {
  const { aside } = work.kept
  const content = {
    ...{
      lesson: work.lesson.slug,
      ...work.saved,
      transcript: joinedTranscripts(transcriptsOf(work)),
    },
    ...(aside && { setAside: aside }),
  }
  const file = new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' })
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = `helo-world-${work.lesson.slug}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href))
}

export type ExportRead =
  | { readonly ok: true; readonly saved: Saved }
  /** Why it cannot be taken, in a sentence. */
  | { readonly ok: false; readonly reason: string }

/** Reads a file that `exportWork` wrote. Never throws. */
export function readExport(text: string, slug: string): ExportRead {
  const read = readSaved(text)
  if (read.kind === 'newer') return { ok: false, reason: words.isNewer }
  if (read.kind !== 'saved') return { ok: false, reason: words.isNone }
  const { lesson } = JSON.parse(text) as { lesson?: unknown }
  return lesson === slug
    ? { ok: true, saved: read.saved }
    : { ok: false, reason: words.isOther(String(lesson)) }
}
