import { escapeXml } from './manifest/xml.ts'
import type { LessonOutline } from './outline.ts'

export type PackageFormat = 'scorm12' | 'scorm2004' | 'cmi5'

/** What stands in the page of a lesson for its script. */
export interface PageData {
  readonly format: PackageFormat
  /** As in `lang`: `en`. */
  readonly language: string
  readonly outline: LessonOutline
  /** The page of widgets, seen from this page. */
  readonly frame: string
  /** From 0 to 1: the score that is asked for; that of the learning system comes first. */
  readonly mastery?: number
}

/** Where the script and the sheet of such a page are, from the root of a site or a package. */
export const pageScript = 'learning/page.js'
export const pageSheet = 'learning/page.css'

/** The id of the block that holds the data, and of the element that is drawn into. */
export const pageIds = { data: 'lesson', target: 'page' } as const

/** @param noScript What is read where no script may run. */
export function lessonPage(data: PageData, noScript: string): string {
  const { format, language, outline } = data
  const policy = [
    "default-src 'none'; script-src 'self'; style-src 'self'; frame-src 'self'; img-src data:",
    "base-uri 'none'; form-action 'none'; object-src 'none'",
    // An LRS is wherever its LMS says.
    format === 'cmi5' ? 'connect-src https: http:' : "connect-src 'none'",
  ].join('; ')
  return [
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8" />',
    `<meta http-equiv="Content-Security-Policy" content="${policy}" />`,
    '<meta name="viewport" content="width=device-width, initial-scale=1" />',
    '<meta name="color-scheme" content="light dark" />',
    `<title>${escapeXml(outline.title)} · HELO World</title>`,
    '<link rel="icon" href="data:," />',
    `<link rel="stylesheet" href="${pageSheet}" />`,
    `<script type="module" src="${pageScript}"></script>`,
    '</head>',
    '<body>',
    `<div id="${pageIds.target}"><noscript><p>${escapeXml(noScript)}</p></noscript></div>`,
    `<script type="application/json" id="${pageIds.data}">${inScript(data)}</script>`,
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** JSON that cannot end its element. */
const inScript = (value: unknown): string => JSON.stringify(value).replaceAll('<', '\\u003c')
