import { nameIn, titleIn, type PackagedCourse, type PackagedLesson } from './course.ts'
import { resources } from './resources.ts'
import { element, xmlFile } from './xml.ts'

const LOM = 'http://ltsc.ieee.org/xsd/LOM'

/** `imsmanifest.xml` of SCORM 2004, 4th edition: any lesson may be chosen, and one leads on to the next. */
export function scorm2004Manifest(course: PackagedCourse): string {
  const { id, title, language, mastery, lessons } = course
  return xmlFile(
    element(
      'manifest',
      {
        identifier: `helo-world-${id}-${language}`,
        version: '1.0',
        xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
        'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
        'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
      },
      [
        element('metadata', {}, [
          element('schema', {}, 'ADL SCORM'),
          element('schemaversion', {}, '2004 4th Edition'),
          describe(course),
        ]),
        element('organizations', { default: nameIn('course', id) }, [
          element('organization', { identifier: nameIn('course', id) }, [
            element('title', {}, titleIn(title)),
            ...lessons.map((lesson) => item(lesson, mastery)),
            element('imsss:sequencing', {}, [
              element('imsss:controlMode', { choice: 'true', flow: 'true' }, []),
            ]),
          ]),
        ]),
        resources(course, 'adlcp:scormType'),
      ],
    ),
  )
}

function describe({ title, about, language }: PackagedCourse) {
  const text = (value: string) => [element('string', { language }, value)]
  return element('lom', { xmlns: LOM }, [
    element('general', {}, [
      element('title', {}, text(title)),
      element('language', {}, language),
      element('description', {}, text(about)),
    ]),
  ])
}

/** The lesson itself says what is done; where a score is asked for, the system compares it too. */
const item = ({ slug, title }: PackagedLesson, mastery: number | undefined) =>
  element('item', { identifier: nameIn('item', slug), identifierref: nameIn('sco', slug) }, [
    element('title', {}, titleIn(title)),
    element('imsss:sequencing', {}, [
      ...(mastery === undefined
        ? []
        : [
            element('imsss:objectives', {}, [
              element(
                'imsss:primaryObjective',
                { objectiveID: nameIn('goal', slug), satisfiedByMeasure: 'true' },
                [element('imsss:minNormalizedMeasure', {}, String(mastery))],
              ),
            ]),
          ]),
      element(
        'imsss:deliveryControls',
        { completionSetByContent: 'true', objectiveSetByContent: 'true' },
        [],
      ),
    ]),
  ])
