import { nameIn, type PackagedCourse } from './course.ts'
import { element, type Xml } from './xml.ts'

const SHARED = 'playground'

/**
 * The resources of a manifest: a page a lesson, with what it needs for itself, and all that lessons share once.
 * @param scormType The attribute, which each version writes in its own way.
 */
export const resources = (
  { lessons, shared }: Pick<PackagedCourse, 'lessons' | 'shared'>,
  scormType: 'adlcp:scormtype' | 'adlcp:scormType',
): Xml =>
  element('resources', {}, [
    ...lessons.map(({ slug, page, files }) =>
      element(
        'resource',
        {
          identifier: nameIn('sco', slug),
          type: 'webcontent',
          [scormType]: 'sco',
          href: page,
        },
        [
          ...[page, ...files].map((href) => element('file', { href }, [])),
          element('dependency', { identifierref: SHARED }, []),
        ],
      ),
    ),
    element(
      'resource',
      { identifier: SHARED, type: 'webcontent', [scormType]: 'asset' },
      shared.map((href) => element('file', { href }, [])),
    ),
  ])
