import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { utf8 } from '../../core/bytes.ts'
import { UsageError } from '../../cli/usage-error.ts'
import { cmi5Structure } from '../../learning/manifest/cmi5.ts'
import type { PackagedCourse } from '../../learning/manifest/course.ts'
import { scorm12Manifest } from '../../learning/manifest/scorm12.ts'
import { scorm2004Manifest } from '../../learning/manifest/scorm2004.ts'
import { lessonPage, pageScript, pageSheet, type PackageFormat } from '../../learning/page.ts'
import { partsFile, type LessonParts } from '../../learning/parts.ts'
import { wordsIn } from '../../learning/words.ts'
import { lessonInPackage, widgetsInPackage } from './pages.ts'
import type { ExportedCourse } from './read-course.ts'

export interface PackageOptions {
  /** Folder of the built site. */
  readonly site: string
  readonly format: PackageFormat
  /** Where the playground is; there are no links to it if absent. */
  readonly base?: string
  /** From 0 to 1. */
  readonly mastery?: number
}

/** By name from the root of the package; the manifest comes first. */
export type PackageFiles = ReadonlyMap<string, Uint8Array>

/**
 * All that a package holds: the manifest, a page a lesson, and of the site what lessons need.
 * @throws {UsageError} where the site is of a build that knows no packages.
 */
export async function packageOf(
  course: ExportedCourse,
  options: PackageOptions,
): Promise<PackageFiles> {
  const { folder, lessons } = course
  const parts = await readParts(options.site, folder)
  const isEdited = lessons.some((lesson) => lesson.isEdited)
  const widgets = `${folder}embed/index.html`
  const shared = [pageScript, pageSheet, ...parts.lesson, ...(isEdited ? parts.editor : [])]
  const packaged = packagedOf(course, options, shared)
  const files = new Map<string, Uint8Array>()
  files.set(...manifestOf(packaged, options))
  for (const { outline } of lessons)
    files.set(pageOf(outline.slug), pageFor(outline, course, options))
  const read = (file: string) => readFile(join(options.site, file))
  for (const { files: own } of packaged.lessons)
    for (const file of own) files.set(file, utf8(lessonInPackage(String(await read(file)))))
  for (const file of shared)
    files.set(
      file,
      file === widgets
        ? utf8(widgetsInPackage(String(await read(file)), linksOf(folder, options)))
        : await read(file),
    )
  return files
}

const pageOf = (slug: string): string => `${slug}.html`

const linksOf = (folder: string, { base }: PackageOptions): string | undefined =>
  base && `${base}${folder}`

const pageFor = (
  outline: ExportedCourse['lessons'][number]['outline'],
  { folder, language }: ExportedCourse,
  { format, mastery }: PackageOptions,
): Uint8Array =>
  utf8(
    lessonPage(
      {
        ...{ format, language, outline, frame: `${folder}embed/index.html` },
        ...(mastery !== undefined && { mastery }),
      },
      wordsIn(language).noScript,
    ),
  )

const packagedOf = (
  { id, title, about, language, folder, lessons }: ExportedCourse,
  { mastery }: PackageOptions,
  shared: readonly string[],
): PackagedCourse => ({
  ...{ id, title, about, language, shared },
  ...(mastery !== undefined && { mastery }),
  lessons: lessons.map(({ outline: { slug, title }, about }) => ({
    ...{ slug, title, about, page: pageOf(slug) },
    files: [`${folder}lessons/${slug}/index.html`],
  })),
})

function manifestOf(
  course: PackagedCourse,
  { format, base = '' }: PackageOptions,
): [name: string, text: Uint8Array] {
  if (format === 'cmi5') return ['cmi5.xml', utf8(cmi5Structure(course, base))]
  const manifest = format === 'scorm12' ? scorm12Manifest(course) : scorm2004Manifest(course)
  return ['imsmanifest.xml', utf8(manifest)]
}

async function readParts(site: string, folder: string): Promise<LessonParts> {
  try {
    return JSON.parse(await readFile(join(site, folder, partsFile), 'utf8')) as LessonParts
  } catch {
    throw new UsageError(
      `\`${site}\` was built by a version that makes no packages: build the playground anew.`,
      'file',
    )
  }
}
