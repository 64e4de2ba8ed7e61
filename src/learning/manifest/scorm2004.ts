import { nameIn, titleIn, type PackagedCourse, type PackagedLesson } from './course.ts'
import { generalMetadata, scormManifest } from './scorm-manifest.ts'
import { element } from './xml.ts'

const LOM = 'http://ltsc.ieee.org/xsd/LOM'

/** `imsmanifest.xml` of SCORM 2004, 4th edition: any lesson may be chosen, and one leads on to the next. */
export function scorm2004Manifest(course: PackagedCourse): string {
  const { language, lessons, mastery } = course
  const text = (value: string) => element('string', { language }, value)
  return scormManifest(course, {
    name: '2004 4th Edition',
    namespaces: {
      xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1',
      'xmlns:adlcp': 'http://www.adlnet.org/xsd/adlcp_v1p3',
      'xmlns:imsss': 'http://www.imsglobal.org/xsd/imsss',
    },
    typeAttribute: 'adlcp:scormType',
    metadata: generalMetadata(LOM, course, text),
    items: [
      ...lessons.map((lesson) => item(lesson, mastery)),
      element('imsss:sequencing', {}, [
        element('imsss:controlMode', { choice: 'true', flow: 'true' }, []),
      ]),
    ],
  })
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
