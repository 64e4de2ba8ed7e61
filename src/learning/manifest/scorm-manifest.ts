import { nameIn, titleIn, type PackagedCourse } from './course.ts'
import { resources } from './resources.ts'
import { element, xmlFile, type Xml } from './xml.ts'

/** What a version of SCORM has of its own. */
export interface ScormVersion {
  readonly name: string
  readonly namespaces: Readonly<Record<string, string>>
  /** The attribute that says of a resource that it speaks with the system. */
  readonly typeAttribute: 'adlcp:scormtype' | 'adlcp:scormType'
  /** How the course is described. */
  readonly metadata: Xml
  /** An item a lesson, and what stands behind all of them. */
  readonly items: readonly Xml[]
}

/** `imsmanifest.xml`: what both versions of SCORM say alike. */
export function scormManifest(course: PackagedCourse, version: ScormVersion): string {
  const { id, title, language } = course
  const identifier = `helo-world-${id}-${language}`
  return xmlFile(
    element('manifest', { identifier, version: '1.0', ...version.namespaces }, [
      element('metadata', {}, [
        element('schema', {}, 'ADL SCORM'),
        element('schemaversion', {}, version.name),
        version.metadata,
      ]),
      element('organizations', { default: nameIn('course', id) }, [
        element('organization', { identifier: nameIn('course', id) }, [
          element('title', {}, titleIn(title)),
          ...version.items,
        ]),
      ]),
      resources(course, version.typeAttribute),
    ]),
  )
}

/** The general part of metadata (IEEE 1484.12.1), which each version writes texts of in its own way. */
export const generalMetadata = (
  namespace: string,
  { title, about, language }: PackagedCourse,
  text: (value: string) => Xml,
): Xml =>
  element('lom', { xmlns: namespace }, [
    element('general', {}, [
      element('title', {}, [text(title)]),
      element('language', {}, language),
      element('description', {}, [text(about)]),
    ]),
  ])
