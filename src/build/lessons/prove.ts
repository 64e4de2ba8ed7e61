import { webCrypto } from '../../platform/webcrypto.ts'
import { goalsOf, type Lesson } from '../../lessons/lesson.ts'
import { openLab } from '../../lab/open.ts'
import type { Zone } from '../../dns/zone/zone.ts'
import { lintZones } from '../../lint/lint-zones.ts'
import { zoneProfiles } from '../../lint/zone-profiles.ts'
import { loadWorlds } from '../worlds/load-worlds.ts'
import { LessonError, lessonFolders, loadLessonFolder, loadLessons } from './load-lessons.ts'
import { proveMutants, type MutantProof } from './mutants/prove-mutants.ts'
import { reportMutants } from './mutants/report.ts'
import type { OpenLab } from './proof/player.ts'
import { proveLesson, type Proof } from './proof/prove-lesson.ts'

const lint = (zones: readonly Zone[]) => lintZones(zones, zoneProfiles.simulated)

const open: OpenLab = (lesson, output) => openLab(lesson, { crypto: webCrypto, lint, output })

/** Lessons whose proof is under way: one that stays here never ended. */
const underWay = new Set<string>()

/** `A2`: the module’s letter and the lesson's number. */
const label = ({ module, number }: Lesson): string =>
  `${String.fromCharCode(64 + module.number)}${number}`

/** So many small mistakes are played where not all are. */
const SAMPLE = 40

interface Proved {
  readonly proof: Proof
  readonly mutants: MutantProof
}

function report({ proof, mutants }: Proved, isWhole: boolean): string {
  const { lesson, failures: _, ...parts } = proof
  const failures = failuresOf({ proof, mutants })
  const mark = failures.length ? '✗' : '✓'
  const counts = Object.entries({ goals: goalsOf(lesson).length, ...parts })
    .map(([name, count]) => `${name} ${count}`)
    .join('  ')
  const more = [...reportMutants(mutants, isWhole ? 'each' : 'counts'), ...failures]
  return [
    `${mark} ${label(lesson).padEnd(4)}${lesson.slug.padEnd(22)}${counts}`,
    ...more.map((line) => `    ${line}`),
  ].join('\n')
}

const failuresOf = ({ proof, mutants }: Proved): string[] => [
  ...proof.failures,
  ...mutants.failures,
]

async function prove(folder: string, isWhole: boolean): Promise<Proved> {
  const content = await loadLessonFolder(folder)
  underWay.add(content.lesson.slug)
  const proof = await proveLesson(content, open)
  const mutants = await proveMutants(content, open, isWhole ? {} : { sample: SAMPLE })
  underWay.delete(content.lesson.slug)
  return { proof, mutants }
}

/**
 * Checks every world, and proves every lesson, with a sample of small mistakes in its solutions; `--mutants` plays them all.
 * A word on the command line picks the lessons whose folder holds it.
 */
async function main(): Promise<number> {
  const root = process.cwd()
  const words = process.argv.slice(2)
  const isWhole = words.includes('--mutants')
  const word = words.find((one) => !one.startsWith('--')) ?? ''
  await Promise.all([loadLessons(root), loadWorlds(root)])
  const folders = (await lessonFolders(root)).filter((folder) => folder.includes(word))
  const proofs = await Promise.all(folders.map((folder) => prove(folder, isWhole)))
  for (const proof of proofs) console.log(report(proof, isWhole))
  const failed = proofs.filter((proof) => failuresOf(proof).length).length
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
