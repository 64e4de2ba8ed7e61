import { nameIn, titleIn, type PackagedCourse, type PackagedLesson } from './course.ts'
import { generalMetadata, scormManifest } from './scorm-manifest.ts'
import { element } from './xml.ts'

const LOM = 'http://www.imsglobal.org/xsd/imsmd_rootv1p2p1'

/** `imsmanifest.xml` of SCORM 1.2: an item a lesson, in order, none of which asks for another first. */
export function scorm12Manifest(course: PackagedCourse): string {
  const { language, lessons, mastery } = course
  const text = (value: string) => element('langstring', { 'xml:lang': language }, value)
  return scormManifest(course, {
    name: '1.2',
    namespaces: {
      xmlns: 'http://www.imsproject.org/xsd/imscp_rootv1p1p2',
      'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_rootv1p2',
    },
    typeAttribute: 'adlcp:scormtype',
    metadata: generalMetadata(LOM, course, text),
    items: lessons.map((lesson) => item(lesson, mastery)),
  })
}

const item = ({ slug, title }: PackagedLesson, mastery: number | undefined) =>
  element('item', { identifier: nameIn('item', slug), identifierref: nameIn('sco', slug) }, [
    element('title', {}, titleIn(title)),
    ...(mastery === undefined
      ? []
      : [element('adlcp:masteryscore', {}, String(Math.round(mastery * 100)))]),
  ])
