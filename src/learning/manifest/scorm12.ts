import { nameIn, titleIn, type PackagedCourse, type PackagedLesson } from './course.ts'
import { resources } from './resources.ts'
import { element, xmlFile } from './xml.ts'

const LOM = 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1'

/** `imsmanifest.xml` of SCORM 1.2: an item a lesson, in order, none of which asks for another first. */
export function scorm12Manifest(course: PackagedCourse): string {
  const { id, title, language, mastery, lessons } = course
  return xmlFile(
    element(
      'manifest',
      {
        identifier: `helo-world-${id}-${language}`,
        version: '1.0',
        xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
        'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
      },
      [
        element('metadata', {}, [
          element('schema', {}, 'ADL SCORM'),
          element('schemaversion', {}, '1.2'),
          describe(course),
        ]),
        element('organizations', { default: nameIn('course', id) }, [
          element('organization', { identifier: nameIn('course', id) }, [
            element('title', {}, titleIn(title)),
            ...lessons.map((lesson) => item(lesson, mastery)),
          ]),
        ]),
        resources(course, 'adlcp:scormtype'),
      ],
    ),
  )
}

function describe({ title, about, language }: PackagedCourse) {
  const text = (value: string) => [element('langstring', { 'xml:lang': language }, value)]
  return element('lom', { xmlns: LOM }, [
    element('general', {}, [
      element('title', {}, text(title)),
      element('language', {}, language),
      element('description', {}, text(about)),
    ]),
  ])
}

const item = ({ slug, title }: PackagedLesson, mastery: number | undefined) =>
  element('item', { identifier: nameIn('item', slug), identifierref: nameIn('sco', slug) }, [
    element('title', {}, titleIn(title)),
    ...(mastery === undefined
      ? []
      : [element('adlcp:masteryscore', {}, String(Math.round(mastery * 100)))]),
  ])
