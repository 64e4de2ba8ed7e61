import type { Language } from '../../../ui/words/languages.ts'

const marks = /(?<!<html) lang="([a-z-]+)"/g

/**
 * Takes the marks of a page's own language off its elements: what is in the language of the page
 * need not say so. What stands in English in other languages is marked wherever it is made.
 */
export const withoutOwnLanguage = (html: string, own: Language): string =>
  html.replace(marks, (mark, language) => (language === own ? '' : mark))

/**
 * The same for a source of the interface, which may also name the language of a lesson
 * (`lang={lesson.language}`): English pages hold nothing else.
 */
export const withoutOwnMarks = (source: string, own: Language): string =>
  own === 'en' ? withoutOwnLanguage(source, own).replace(/ lang=\{[^{}]*\}/g, '') : source
