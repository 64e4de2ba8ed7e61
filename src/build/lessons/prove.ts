import { webCrypto } from '../../platform/webcrypto.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import { openLab } from '../../lab/open.ts'
import type { Zone } from '../../dns/zone/zone.ts'
import { lintZones } from '../../lint/lint-zones.ts'
import { zoneProfiles } from '../../lint/zone-profiles.ts'
import { LessonError, lessonFolders, loadLessonFolder, loadLessons } from './load-lessons.ts'
import { proveLesson, type OpenLab, type Proof } from './proof/prove-lesson.ts'

const lint = (zones: readonly Zone[]) => lintZones(zones, zoneProfiles.simulated)

const open: OpenLab = (lesson, output) => openLab(lesson, { crypto: webCrypto, lint, output })

/** Lessons whose proof is under way: one that stays here never ended. */
const underWay = new Set<string>()

/** `A2`: the module’s letter and the lesson's number. */
const label = ({ module, number }: Lesson): string =>
  `${String.fromCharCode(64 + module.number)}${number}`

function report({ lesson, prefixes, attempts, failures }: Proof): string {
  const mark = failures.length ? '✗' : '✓'
  const counts = `goals ${lesson.goals.length}  prefixes ${prefixes}  attempts ${attempts}`
  const lines = [`${mark} ${label(lesson).padEnd(4)}${lesson.slug.padEnd(28)}${counts}`]
  return [...lines, ...failures.map((failure) => `    ${failure}`)].join('\n')
}

async function prove(folder: string): Promise<Proof> {
  const content = await loadLessonFolder(folder)
  underWay.add(content.lesson.slug)
  const proof = await proveLesson(content, open)
  underWay.delete(content.lesson.slug)
  return proof
}

/** Proves every lesson; a word on the command line picks those whose folder holds it. */
async function main(): Promise<number> {
  const root = process.cwd()
  const word = process.argv[2] ?? ''
  await loadLessons(root)
  const folders = (await lessonFolders(root)).filter((folder) => folder.includes(word))
  const proofs = await Promise.all(folders.map(prove))
  for (const proof of proofs) console.log(report(proof))
  const failed = proofs.filter(({ failures }) => failures.length).length
  if (failed) console.log(`\n${failed} of ${proofs.length} lessons do not prove themselves.`)
  else if (!proofs.length) console.log('No lesson to prove.')
  return failed || !proofs.length ? 1 : 0
}

process.on('exit', () => {
  for (const slug of underWay) console.log(`✗ ${slug}: its proof never came to an end.`)
})

process.exitCode = await main().catch((error: unknown) => {
  if (!(error instanceof LessonError)) throw error
  console.log(error.message)
  return 1
})
