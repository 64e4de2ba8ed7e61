import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { validateXML } from 'xmllint-wasm'
import { cmi5Structure } from '../../src/learning/manifest/cmi5.ts'
import type { PackagedCourse } from '../../src/learning/manifest/course.ts'
import { scorm12Manifest } from '../../src/learning/manifest/scorm12.ts'
import { scorm2004Manifest } from '../../src/learning/manifest/scorm2004.ts'

const schemas = join(import.meta.dirname, 'schemas')

/** Namespaces of a manifest, and the file that has the schema of each. */
const known = {
  scorm12: {
    'http://www.imsproject.org/xsd/imscp_rootv1p1p2': 'imscp_rootv1p1p2.xsd',
    'http://www.adlnet.org/xsd/adlcp_rootv1p2': 'adlcp_rootv1p2.xsd',
  },
  scorm2004: {
    'http://www.imsglobal.org/xsd/imscp_v1p1': 'imscp_v1p1.xsd',
    'http://www.adlnet.org/xsd/adlcp_v1p3': 'adlcp_v1p3.xsd',
    'http://www.imsglobal.org/xsd/imsss': 'imsss_v1p0.xsd',
  },
} as const

const filesIn = (folder: string) =>
  readdirSync(join(schemas, folder)).map((fileName) => ({
    fileName,
    contents: readFileSync(join(schemas, folder, fileName), 'utf8'),
  }))

/** What a schema has against a manifest. */
async function faults(version: keyof typeof known, xml: string): Promise<readonly string[]> {
  const imports = Object.entries(known[version]).map(
    ([namespace, file]) => `<xs:import namespace="${namespace}" schemaLocation="${file}"/>`,
  )
  const xmlSchema = filesIn('scorm2004').find(({ fileName }) => fileName === 'xml.xsd')!
  const { errors } = await validateXML({
    xml: [{ fileName: 'imsmanifest.xml', contents: xml }],
    schema: [
      `<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">${imports.join('')}</xs:schema>`,
    ],
    // The older one names the attributes of XML in a file of its own.
    preload: [...filesIn(version), { ...xmlSchema, fileName: 'ims_xml.xsd' }],
  })
  return errors.map(({ message }) => message)
}

/** Metadata has a schema that no validator takes. */
const withoutMetadata = (xml: string) => xml.replace(/<lom[^]*<\/lom>/, '')

const lesson = (slug: string) => ({
  ...{ slug, title: `„${slug}“ & <b>`, about: 'Sagt HELO.', page: `${slug}.html` },
  files: [`de/lessons/${slug}/index.html`],
})
const course: PackagedCourse = {
  ...{ id: 'an-hour', title: 'Eine Stunde', about: 'Von "A" nach B', language: 'de' },
  lessons: [lesson('press-send'), lesson('speak-smtp')],
  shared: ['learning/page.js', 'de/embed/index.html'],
}
const graded: PackagedCourse = { ...course, mastery: 0.8 }

describe('a manifest is valid', () => {
  test.each<[string, PackagedCourse]>([
    ['of a path', course],
    ['of a path with a score', graded],
    ['of a lesson', { ...graded, lessons: [lesson('press-send')], id: 'press-send' }],
  ])('%s', async (_, given) => {
    expect(await faults('scorm12', withoutMetadata(scorm12Manifest(given)))).toEqual([])
    expect(await faults('scorm2004', scorm2004Manifest(given))).toEqual([])
  })

  test('and the validator would see it if it were not', async () => {
    const wrong = scorm12Manifest(graded).replace('masteryscore>', 'mastery>')
    expect(await faults('scorm12', withoutMetadata(wrong))).not.toEqual([])
    const other = scorm2004Manifest(graded).replace('choice="true"', 'choice="maybe"')
    expect(await faults('scorm2004', other)).not.toEqual([])
  })
})

describe('a manifest says', () => {
  test('what a score must be, as each version writes it', () => {
    expect(scorm12Manifest(graded)).toContain('<adlcp:masteryscore>80</adlcp:masteryscore>')
    expect(scorm2004Manifest(graded)).toContain(
      '<imsss:minNormalizedMeasure>0.8</imsss:minNormalizedMeasure>',
    )
    for (const write of [scorm12Manifest, scorm2004Manifest])
      expect(write(course)).not.toMatch(/mastery|Normalized|prerequisite/)
  })

  test('its title, its words and its language', () => {
    for (const write of [scorm12Manifest, scorm2004Manifest]) {
      expect(write(course)).toContain('<language>de</language>')
      expect(write(course)).toContain('Von &quot;A&quot; nach B')
      expect(write(course)).toContain('<title>„press-send“ &amp; &lt;b&gt;</title>')
    }
  })

  test('each file once, and each reference is there', () => {
    for (const write of [scorm12Manifest, scorm2004Manifest]) {
      const xml = write(graded)
      const hrefs = [...xml.matchAll(/<file href="([^"]+)"/g)].map(([, href]) => href!)
      expect(new Set(hrefs).size).toBe(hrefs.length)
      expect(hrefs).toEqual(expect.arrayContaining(['press-send.html', ...course.shared]))
      const ids = [...xml.matchAll(/ identifier="([^"]+)"/g)].map(([, id]) => id)
      for (const [, id] of xml.matchAll(/ (?:identifierref|default)="([^"]+)"/g))
        expect(ids).toContain(id)
    }
  })
})

describe('cmi5.xml', () => {
  const base = 'https://learn.example.org/'

  test('has an assignable unit a lesson, in order (13.1.4)', () => {
    const xml = cmi5Structure(graded, base)
    expect([...xml.matchAll(/<au id="([^"]+)"/g)].map(([, id]) => id)).toEqual([
      `${base}lessons/press-send/`,
      `${base}lessons/speak-smtp/`,
    ])
    expect(xml).toContain('moveOn="CompletedAndPassed" masteryScore="0.8"')
    expect(xml).toContain('<url>press-send.html</url>')
    expect(xml).toContain(`<course id="${base}#path-an-hour">`)
    expect(cmi5Structure(course, base)).not.toContain('masteryScore')
  })

  test('has title before description before the rest, each in a language', () => {
    const inOrder = /<au [^>]*>\s*<title>\s*<langstring lang="de">[^]*?<description>[^]*?<url>/
    expect(cmi5Structure(course, base)).toMatch(inOrder)
  })
})

test('whatever a title is, the manifest is XML', async () => {
  const titles = fc.sample(fc.string({ unit: 'binary', maxLength: 40 }), { seed: 12, numRuns: 40 })
  for (const write of [scorm12Manifest, scorm2004Manifest]) {
    const given = { ...course, title: titles.join('𝄞&'), about: `]]> ${titles.join(' ')}` }
    const version = write === scorm12Manifest ? 'scorm12' : 'scorm2004'
    expect(await faults(version, withoutMetadata(write(given)))).toEqual([])
  }
})
