import { basename, dirname, join } from 'node:path'
import { readModule, translateModule } from '../files/module.ts'
import { lessonFolders } from '../load-lessons.ts'
import { loadPaths, translatePaths } from '../load-paths.ts'
import { languagesIn } from './files.ts'
import { staleSentence } from './stale.ts'

/**
 * Reads the translations of module titles and paths.
 * @returns A line for each file with texts that are older than their English.
 * @throws LessonError that names each text that is missing or superfluous.
 */
export async function titleNotes(root: string): Promise<string[]> {
  const folder = join(root, 'lessons')
  const lessons = await lessonFolders(root)
  const slugs = lessons.map((lesson) => basename(lesson).replace(/^\d+-/, ''))
  const modules = [...new Set(lessons.map((lesson) => dirname(lesson)))]
  const paths = await loadPaths(root, slugs)
  const notes: string[] = []
  for (const language of await languagesIn(folder))
    notes.push(
      ...noteOf(`paths, ${language}`, (await translatePaths(root, paths, language))?.stale ?? []),
    )
  for (const module of modules)
    for (const language of await languagesIn(module)) {
      const found = await translateModule(module, await readModule(module), language)
      notes.push(...noteOf(`${basename(module)}, ${language}`, found?.stale ?? []))
    }
  return notes
}

function noteOf(place: string, stale: readonly string[]): string[] {
  const sentence = staleSentence(stale)
  return sentence === undefined ? [] : [`${place}: ${sentence}`]
}
