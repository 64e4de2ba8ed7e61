import { basename, dirname, join } from 'node:path'
import { readModule } from '../files/module.ts'
import { LessonError, lessonFolders } from '../load-lessons.ts'
import { loadPaths } from '../load-paths.ts'
import { moduleWith, pathsWith } from './title-texts.ts'
import { collect, type Text } from './text.ts'
import { writeTitles, writeTranslation, type Rest } from './write-translation.ts'

const USAGE =
  '  npm run translate:lesson -- SLUG LANGUAGE [--agree]\n' +
  '  `titles` in place of a slug: the titles of modules, and the paths.\n' +
  '  `--agree`: what is translated fits the English of now.'

/** Writes what a translation lacks, and says what is left to do. */
async function main(): Promise<number> {
  const words = process.argv.slice(2)
  const [slug = '', language = ''] = words.filter((word) => !word.startsWith('--'))
  const agrees = words.includes('--agree')
  const folders = await lessonFolders(process.cwd())
  const folder = folders.find((one) => slugOf(one) === slug)
  const isKnown = folder !== undefined || slug === 'titles'
  if (!isKnown || !/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(language) || language === 'en') {
    console.error(isKnown || !slug ? USAGE : `  There is no lesson \`${slug}\`.\n${USAGE}`)
    return 1
  }
  show(
    folder
      ? await writeTranslation(folder, language, agrees)
      : await writeAllTitles(folders, language, agrees),
  )
  return 0
}

const slugOf = (folder: string): string => basename(folder).replace(/^\d+-/, '')

async function writeAllTitles(
  folders: readonly string[],
  language: string,
  agrees: boolean,
): Promise<Rest> {
  const paths = await loadPaths(process.cwd(), folders.map(slugOf))
  const modules = [...new Set(folders.map((folder) => dirname(folder)))]
  const places: [folder: string, stem: string, texts: Text[]][] = [
    [join(process.cwd(), 'lessons'), 'paths', collect(pathsWith(paths))],
  ]
  for (const module of modules)
    places.push([module, 'module', collect(moduleWith(await readModule(module)))])
  const rests: Rest[] = []
  for (const [folder, stem, texts] of places)
    rests.push(await writeTitles(folder, stem, language, texts, agrees))
  return {
    missing: rests.flatMap(({ missing }) => missing),
    stale: rests.flatMap(({ stale }) => stale),
  }
}

function show({ missing, stale }: Rest): void {
  for (const name of missing) console.log(`  to translate  ${name}`)
  for (const name of stale) console.log(`  changed       ${name}`)
  console.log(`  ${missing.length} texts to translate, ${stale.length} older than their English.`)
}

process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof LessonError)) throw error
  console.error(error.message)
  return 1
})
