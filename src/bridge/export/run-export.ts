import { exactWords } from '../../cli/args.ts'
import type { Args } from '../../cli/command.ts'
import type { Io } from '../../cli/io.ts'
import type { Report } from '../../cli/report.ts'
import { UsageError } from '../../cli/usage-error.ts'
import type { PackageFormat } from '../../learning/page.ts'
import { siteFolder } from '../serve/site-folder.ts'
import { packageOf } from './package-of.ts'
import { readCourse } from './read-course.ts'
import { zipOf } from './zip-of.ts'

/**
 * Packs what was asked for, and writes it.
 * @throws {UsageError} where there is no such lesson, an option is not understood, or the file cannot be written.
 */
export async function runExport(args: Args, io: Io): Promise<Report> {
  const [name = ''] = exactWords(args, 'the lesson or path')
  const format = args.need('format') as PackageFormat
  const [base, mastery, language] = [baseOf(args, format), masteryOf(args), languageOf(args)]
  const site = siteFolder(args.text('site'))
  const course = await readCourse(site, name, language)
  const files = await packageOf(course, {
    ...{ site, format },
    ...(base !== undefined && { base }),
    ...(mastery !== undefined && { mastery }),
  })
  const zip = zipOf(files)
  const of = language === 'en' ? course.id : `${course.id}-${language}`
  const out = args.text('out') ?? `${of}-${format}.zip`
  await io.write(out, zip).catch((error: unknown) => {
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError(`\`${out}\` cannot be written: ${why}`, 'file')
  })
  const count = course.lessons.length
  const what = count === 1 ? course.title : `${course.title}, ${count} lessons`
  return {
    ...{ findings: [], sources: new Map<string, string>() },
    text: `${out}: ${what}, for ${NAMES[format]}. ${sizeOf(zip.length)}, ${files.size} files.\n`,
  }
}

const NAMES: Readonly<Record<PackageFormat, string>> = {
  scorm12: 'SCORM 1.2',
  scorm2004: 'SCORM 2004, 4th edition',
  cmi5: 'cmi5',
}

const sizeOf = (octets: number): string => `${(octets / 2 ** 20).toFixed(1)} MiB`

function baseOf(args: Args, format: PackageFormat): string | undefined {
  if (format === 'cmi5') args.need('base')
  const text = args.text('base')
  if (text === undefined) return undefined
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(
      `\`--base ${text}\` is no address of a site, such as https://learn.example.org/.`,
    )
  url.search = url.hash = ''
  return url.href.replace(/\/*$/, '/')
}

/** @returns From 0 to 1. */
function masteryOf(args: Args): number | undefined {
  const text = args.text('mastery')
  if (text === undefined) return undefined
  const score = Number(text)
  if (/^\d{1,3}$/.test(text) && score <= 100) return score / 100
  throw new UsageError(`A score is a number from 0 to 100, not \`${text}\`.`)
}

function languageOf(args: Args): string {
  const language = args.text('language') ?? 'en'
  if (/^[a-z]{2,3}$/.test(language)) return language
  throw new UsageError(`\`--language ${language}\` is no language, such as \`en\` or \`de\`.`)
}
