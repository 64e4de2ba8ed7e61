import { beforeAll, describe, expect, test } from 'vitest'
import { utf8 } from '../../core/bytes.ts'
import { webCrypto } from '../../platform/webcrypto.ts'
import { createWorld } from '../../world/create.ts'
import type { JourneyEnd } from '../../world/journey.ts'
import { sandboxWorld } from '../../world/sandbox.ts'
import type { Lesson } from '../../lessons/lesson.ts'
import type { LabInput } from '../lab.ts'
import { replayTimeline } from '../grading/timeline.ts'
import { writeSubmission } from '../grading/write-submission.ts'
import { sha256By } from '../record/sha256-by.ts'
import { labLesson } from '../testing/lab-lesson.ts'
import type { Authentication } from '../types.ts'
import { answerQuestion, questions, type Asked, type QuestionName } from './index.ts'
import { lightQuestions } from './light.ts'

const text = [
  ...['From: Ann <ann@example.org>', 'Subject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=', 'MIME-Version: 1.0'],
  ...['Content-Type: multipart/related; boundary=r', '', '--r'],
  ...['Content-Type: text/html', '', '<p>Hi</p><img src="cid:a">', '--r'],
  ...['Content-Type: image/png', 'Content-ID: <a>', '', 'AAEC', '--r--', ''],
].join('\r\n')

const reportMail = [
  ...['Content-Type: application/xml', '', '<feedback><report_metadata><org_name>B</org_name>'],
  ...['<email>b@b.test</email><report_id>1</report_id><date_range><begin>0</begin><end>1</end>'],
  ...['</date_range></report_metadata><policy_published><domain>example.org</domain><p>none</p>'],
  ...['</policy_published><record><row><source_ip>192.0.2.1</source_ip><count>2</count>'],
  ...['<policy_evaluated><disposition>none</disposition><dkim>fail</dkim><spf>pass</spf>'],
  ...['</policy_evaluated></row><identifiers><header_from>example.org</header_from></identifiers>'],
  ...['<auth_results><spf><domain>example.org</domain><result>pass</result></spf></auth_results>'],
  ...['</record></feedback>', ''],
].join('\r\n')

const traced = [
  'Authentication-Results: mx.example.net; spf=pass smtp.mailfrom=example.org; dkim=none',
  'Received: from a.example ([192.0.2.1]) by mx.example.net; Mon, 1 Jun 2026 08:00:00 +0000',
  'DKIM-Signature: v=1; a=rsa-sha256; d=example.org; s=june; h=From:To:To; bh=AAAA; b=AAAA; l=2',
  ...['From: Jörg <j@example.org>', 'To: bob@example.net', '', 'Grüße', ''],
].join('\r\n')

const handedIn = (await writeSubmission(
  'Ann',
  { slug: 'lab', edition: labLesson.edition, at: '2026-06-01', journal: [{ kind: 'check' }] },
  '2026-06-01',
  sha256By(webCrypto),
))!

const world = createWorld(sandboxWorld, { crypto: webCrypto })
const lab = {
  ...{ world, crypto: webCrypto },
  replay: (lesson: Lesson, journal: readonly LabInput[]) =>
    replayTimeline(lesson, journal, {
      ...{ crypto: webCrypto, loadLint: () => import('../../lint/lint-zones.ts') },
    }),
}
const zones = world.zones.map(({ file, origin, text }) => ({ file, origin, text }))

/** Of every question one that has much of an answer. A new question needs one here. */
type Samples = { readonly [Name in QuestionName]: (judged: Authentication) => Asked<Name> }

const zoneText = world.zones[0]!.text
const place = { origin: world.zones[0]!.origin, text: zoneText, at: zoneText.indexOf('SOA') + 1 }

const samples: Samples = {
  atHand: () => ({ connection: 1, events: world.events }),
  check: () => ({
    texts: [
      { name: '', text: zoneText },
      { name: '', text: traced },
    ],
    now: 0,
  }),
  completions: () => place,
  fileTexts: () => ({ name: 'a.eml', bytes: utf8(text) }),
  hostLog: () => ({ host: 'mx.example.net', events: world.events.length }),
  hostSettings: () => ({ host: sandboxWorld.hosts[0]!, values: { max_size: 'much' } }),
  published: () => ({ origin: place.origin, text: zoneText }),
  hover: () => place,
  composedRecord: () => ({
    ...{ id: 'dmarc', domain: 'example.org', values: { p: 'reject', rua: 'dmarc@example.org' } },
    beside: [{ id: 'spf', values: { mx: 'yes', all: '~all' } }],
    ramp: { from: '2026-06-01', rarest: 31, signed: 'yes', lists: 'no' },
  }),
  disguisedTexts: () => ({ bytes: utf8(text) }),
  dmarcJudgement: (judged) => ({ judged, zones }),
  message: () => ({ bytes: utf8(text) }),
  aggregateReport: () => ({ bytes: utf8(reportMail) }),
  messageHeads: () => ({ headers: [utf8(text), new Uint8Array()] }),
  messageProblems: () => ({ bytes: utf8(text) }),
  messageTrace: () => ({ bytes: utf8(traced) }),
  shownMessage: () => ({ text }),
  mailReading: () => ({ bytes: utf8(traced), id: 'mine' }),
  ownPart: () => ({ own: { desk: 'x', suggestions: [], world: sandboxWorld }, part: 'mails' }),
  ownWorld: () => ({ own: { desk: 'desk.example.org', suggestions: [], world: sandboxWorld } }),
  readRecords: () => ({ domain: 'example.org', texts: [{ name: '', text: 'v=spf1 mx -all' }] }),
  reportExample: () => ({}),
  graded: () => ({
    files: [{ name: 'a.helo.json', text: handedIn }],
    lessons: { lab: { ...labLesson, slug: 'lab' } },
  }),
  reports: () => ({ files: [{ name: 'a.eml', bytes: utf8(reportMail) }], zone: zoneText }),
  sessionStates: () => ({}),
  snippet: () => ({
    parts: [{ name: '', text: zoneText }],
    senders: [{ ip: '192.0.2.1', mailFrom: 'ann@example.org' }],
    advice: true,
  }),
  spfTree: ({ spf }) => ({ trace: spf.trace }),
  stateDifference: () => ({
    lesson: labLesson,
    first: [{ kind: 'advance', by: 60_000 }],
    second: [{ kind: 'edit', zone: labLesson.world.zones[0]!.origin, text: '@ A 192.0.2.1' }],
  }),
  transcript: () => ({ text: 'S: 220 a\nC: MAIL FROM:<a@example.net>\nwhat' }),
  wireCard: () => ({ word: { kind: 'code', text: '503', protocol: 'smtp' }, connection: 1 }),
  zoneFindings: () => ({ zones: [{ origin: place.origin, text: `${zoneText}\nbad MX mx` }] }),
  zoneReading: () => ({ text: zoneText, origin: 'example.edu' }),
}

const all = { ...questions, ...lightQuestions }
const names = Object.keys(all) as QuestionName[]
let judged: Authentication[]

const judgementOf = (end: JourneyEnd): Authentication | undefined => {
  if (end.kind === 'undeliverable' || end.kind === 'deferred') return undefined
  return end.kind === 'rejected' ? end.authentication : end.message.authentication
}

beforeAll(async () => {
  const ends: JourneyEnd[] = []
  for (const mail of sandboxWorld.mails) ends.push((await world.send(mail)).end)
  judged = ends.flatMap((end) => judgementOf(end) ?? [])
})

describe.each(names)('%s', (name) => {
  const answers = () =>
    Promise.all(
      judged.map((one) => answerQuestion(name, samples[name](one) as never, lab, undefined, all)),
    )

  test('answers with what JSON keeps as it is', async () => {
    const given = await answers()
    expect(given.length).toBeGreaterThan(1)
    expect(JSON.parse(JSON.stringify(given))).toStrictEqual(given)
  })

  test('answers with what can be cloned', async () => {
    const given = await answers()
    expect(structuredClone(given)).toStrictEqual(given)
  })

  test('answers alike when what is asked was on its way', async () => {
    const travelled = judged.map((one) => structuredClone(samples[name](one)))
    expect(
      await Promise.all(
        travelled.map((asked) => answerQuestion(name, asked as never, lab, undefined, all)),
      ),
    ).toEqual(await answers())
  })
})
