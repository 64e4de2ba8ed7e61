import type { PackagedCourse, PackagedLesson } from './course.ts'
import { element, xmlFile, type Xml } from './xml.ts'

const NAMESPACE = 'https://w3id.org/xapi/profiles/cmi5/v1/CourseStructure.xsd'

/**
 * `cmi5.xml`, the course structure of cmi5 (Quartz, 13): an assignable unit a lesson.
 * @param base Where the playground is, with a slash at its end: it names course and lessons.
 */
export function cmi5Structure(course: PackagedCourse, base: string): string {
  const { id, title, about, language, lessons } = course
  const [only] = lessons
  const isPath = lessons.length !== 1 || only?.slug !== id
  return xmlFile(
    element('courseStructure', { xmlns: NAMESPACE }, [
      element('course', { id: `${base}${isPath ? `#path-${id}` : `#lesson-${id}`}` }, [
        texts('title', title, language),
        texts('description', about, language),
      ]),
      ...lessons.map((lesson) => unit(lesson, course, base)),
    ]),
  )
}

const texts = (name: string, text: string, lang: string): Xml =>
  element(name, {}, [element('langstring', { lang }, text)])

const unit = (
  { slug, title, about, page }: PackagedLesson,
  { language, mastery }: PackagedCourse,
  base: string,
): Xml =>
  element(
    'au',
    {
      id: `${base}lessons/${slug}/`,
      moveOn: mastery === undefined ? 'Completed' : 'CompletedAndPassed',
      masteryScore: mastery === undefined ? undefined : String(mastery),
      launchMethod: 'AnyWindow',
      activityType: 'http://adlnet.gov/expapi/activities/lesson',
    },
    [
      texts('title', title, language),
      texts('description', about, language),
      element('url', {}, page),
    ],
  )
