import type { LessonFolder } from '../files/folder.ts'
import { LessonError } from '../files/lesson-error.ts'
import { languagesIn } from '../translation/files.ts'
import { staleSentence } from '../translation/stale.ts'
import { translateLesson } from '../translation/translate-lesson.ts'
import type { OpenLab } from './player.ts'
import { folderVariant, proveSolution } from './prove-lesson.ts'

/** What a lesson's translations come to. */
export interface TranslationProof {
  readonly failures: readonly string[]
  /** What is worth to know and no failure: texts that are older than their English. */
  readonly notes: readonly string[]
}

/**
 * Reads each translation that stands in a lesson's folder, and plays the solution in it to its end, in its variants
 * as well.
 * @param folder Of the lesson.
 * @param content The English lesson with its plays.
 */
export async function proveTranslations(
  folder: string,
  content: LessonFolder,
  open: OpenLab,
): Promise<TranslationProof> {
  const failures: string[] = []
  const notes: string[] = []
  for (const language of await languagesIn(folder)) {
    const read = await translateLesson(folder, content, language).catch(asError)
    if (read instanceof LessonError) failures.push(...read.message.split('\n'))
    else if (read) {
      const translated = { ...content, lesson: read.lesson }
      const ways = [undefined, ...read.lesson.variants.map(({ id }) => id)]
      for (const id of ways) {
        const found = await proveSolution(id ? folderVariant(translated, id) : translated, open)
        failures.push(...found.map((failure) => `${language}: ${id ? `${id}: ` : ''}${failure}`))
      }
      const stale = staleSentence(read.stale)
      notes.push(`${language}: ${stale ?? 'translated'}`)
    }
  }
  return { failures, notes }
}

function asError(error: unknown): LessonError {
  if (error instanceof LessonError) return error
  throw error
}
