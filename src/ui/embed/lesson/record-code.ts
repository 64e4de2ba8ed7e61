import { writeRecord } from '../../../lab/record/write-record.ts'
import type { LessonState } from '../../state/lesson-state.svelte.ts'
import { sha256 } from '../../pages/skills/sha256.ts'

/**
 * A record of completion of what was just done, as the page of skills makes one, without a name.
 * @param now In milliseconds.
 * @returns Undefined where the place cannot digest.
 */
export function recordCode(
  work: Pick<LessonState, 'saved' | 'lesson'>,
  now: number,
): Promise<string | undefined> {
  const { journal, edition, variant } = work.saved
  const at = new Date(now).toISOString()
  const play = {
    ...{ slug: work.lesson.slug, edition, at, journal },
    ...(variant !== undefined && { variant }),
  }
  return writeRecord({ v: 1, name: '', made: at, plays: [play] }, sha256)
}
