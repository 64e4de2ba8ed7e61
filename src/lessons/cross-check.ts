import { isWithin, normalizeName } from '../core/domain.ts'
import { askedName } from '../core/idna.ts'
import { parseZone } from '../dns/zone/parse.ts'
import type { WorldSpec } from '../world/spec.ts'
import { cardProblems } from './checks/cards.ts'
import { nameProblems } from './checks/names.ts'
import { repeatedAt, repeatedIn } from './checks/repeated.ts'
import type { Lesson, Step } from './lesson.ts'
import type { LessonProblem } from './schema.ts'
import { code } from './wording.ts'

/** Compares the parts of a lesson with each other: names that must exist, ids that must differ. */
export function crossCheck(lesson: Lesson): LessonProblem[] {
  return [
    ...repeated(lesson),
    ...terminalProblems(lesson),
    ...panelProblems(lesson),
    ...mailboxProblems(lesson.world),
    ...mailProblems(lesson.world),
    ...planProblems(lesson.world),
    ...deviceProblems(lesson.world),
    ...zoneProblems(lesson.world),
    ...documentProblems(lesson.world),
    ...lesson.steps.flatMap((step, at) => stepProblems(step, ['steps', at], lesson)),
    ...variantProblems(lesson),
    ...[...lesson.hints.entries()].flatMap(([at, { when }]) =>
      nameProblems(when, ['hints', at, 'when'], lesson.world),
    ),
    ...duringProblems(lesson),
  ]
}

/** A hint belongs to steps that there are. */
function duringProblems({ hints, steps }: Lesson): LessonProblem[] {
  return hints.flatMap((hint, at) =>
    (['during', 'unless'] as const).flatMap((key) =>
      (hint[key] ?? []).flatMap((name, index) =>
        steps.some(({ id }) => id === name)
          ? []
          : [{ path: ['hints', at, key, index], message: `No step is called ${code(name)}.` }],
      ),
    ),
  )
}

/** Every condition of a step names what there is, and its card can be answered. */
function stepProblems(
  { goals, card, show, opens }: Step,
  path: LessonProblem['path'],
  { panels, world }: Lesson,
): LessonProblem[] {
  return [
    ...goals.flatMap(({ when }, at) => nameProblems(when, [...path, 'goals', at, 'when'], world)),
    ...(card ? cardProblems(card, [...path, 'card'], world) : []),
    ...(card && 'after' in card && !goals.some(({ id }) => id === card.after)
      ? [{ path: [...path, 'card', 'after'], message: `The step has no goal ${code(card.after)}.` }]
      : []),
    ...(show ? shownProblems(show, [...path, 'show'], world) : []),
    ...(!opens || panels.includes(opens)
      ? []
      : [{ path: [...path, 'opens'], message: `The lesson has no panel ${code(opens)}.` }]),
    ...(goals.length || card
      ? []
      : [{ path, message: 'A step has a goal or a card: else it is done before it begins.' }]),
  ]
}

function shownProblems(
  { mail, document }: NonNullable<Step['show']>,
  path: LessonProblem['path'],
  { mails, zones, documents = [] }: Lesson['world'],
): LessonProblem[] {
  const isThere =
    zones.some(({ origin }) => origin === document) ||
    documents.some(({ file }) => file === document)
  return [
    ...(mail === undefined || mails.some(({ id }) => id === mail)
      ? []
      : [{ path: [...path, 'mail'], message: noMail(mail) }]),
    ...(document === undefined || isThere
      ? []
      : [
          { path: [...path, 'document'], message: `No zone and no document is ${code(document)}.` },
        ]),
  ]
}

function variantProblems({ variants }: Lesson): LessonProblem[] {
  return variants.flatMap(({ swap }, at) =>
    Object.keys(swap).length
      ? []
      : [{ path: ['variants', at, 'swap'], message: 'Swap at least one word.' }],
  )
}

function repeated({ steps, hints, variants, world }: Lesson): LessonProblem[] {
  return [
    ...repeatedIn(steps, 'id', ['steps']),
    ...repeatedAt(
      steps.flatMap(({ goals }, at) =>
        goals.map(({ id }, index) => ({ id, path: ['steps', at, 'goals', index, 'id'] })),
      ),
    ),
    ...repeatedAt(
      steps.flatMap(({ card }, at) =>
        card ? { id: card.id, path: ['steps', at, 'card', 'id'] } : [],
      ),
    ),
    ...repeatedIn(variants, 'id', ['variants']),
    ...repeatedIn(hints, 'id', ['hints']),
    ...repeatedIn(world.hosts, 'name', ['world', 'hosts']),
    ...repeatedIn(world.mails, 'id', ['world', 'mails']),
    ...repeatedIn(world.senders, 'id', ['world', 'senders']),
    ...repeatedIn(world.mailboxes, 'address', ['world', 'mailboxes']),
    ...repeatedIn(world.devices ?? [], 'id', ['world', 'devices']),
  ]
}

function terminalProblems({ terminal, panels, world }: Lesson): LessonProblem[] {
  if (!terminal)
    return panels.includes('terminal')
      ? [
          {
            path: ['terminal'],
            message: 'A `terminal` panel needs `terminal: { host, suggestions }`.',
          },
        ]
      : []
  return world.hosts.some(({ name }) => name === terminal.host)
    ? []
    : [{ path: ['terminal', 'host'], message: noHost(terminal.host) }]
}

const noMail = (name: string): string => `world.yaml has no mail ${code(name)}.`

const noHost = (name: string): string => `No host of world.yaml is called ${code(name)}.`

const needs = {
  zone: 'zones',
  senders: 'senders',
  mails: 'mails',
  mailbox: 'mailboxes',
} as const

/** A panel with nothing to show is a mistake. */
function panelProblems({ panels, world }: Lesson): LessonProblem[] {
  return panels.flatMap((panel, at) => {
    if (panel === 'readers' && !world.documents?.some(({ kind }) => kind === 'message'))
      return [{ path: ['panels', at], message: 'The panel `readers` has no message to show.' }]
    if (!(panel in needs)) return []
    const part = needs[panel as keyof typeof needs]
    const editable = [...world.zones, ...(world.documents ?? [])].some((one) => one.editable)
    if (part === 'zones' ? editable : world[part].length) return []
    const what = part === 'zones' ? 'editable zone or document' : part
    return [{ path: ['panels', at], message: `The panel ${code(panel)} has no ${what} to show.` }]
  })
}

function mailboxProblems({ mailboxes, hosts }: WorldSpec): LessonProblem[] {
  const served = new Set(hosts.flatMap(({ smtp }) => smtp?.domains?.map(askedName) ?? []))
  return mailboxes.flatMap(({ address }, at) => {
    const domain = normalizeName(address.slice(address.lastIndexOf('@') + 1))
    if (served.has(askedName(domain))) return []
    const message = `No host has ${code(domain)} among its \`smtp.domains\`, so this mailbox stands nowhere.`
    return [{ path: ['world', 'mailboxes', at, 'address'], message }]
  })
}

function mailProblems({ mails, hosts, documents = [] }: WorldSpec): LessonProblem[] {
  return mails.flatMap(({ host, document }, at) => {
    const path = ['world', 'mails', at]
    const isThere = documents.some(({ kind, file }) => kind === 'message' && file === document)
    return [
      ...(hosts.some(({ name }) => name === host)
        ? []
        : [{ path: [...path, 'host'], message: noHost(host) }]),
      ...(document === undefined || isThere
        ? []
        : [{ path: [...path, 'document'], message: `No message is called ${code(document)}.` }]),
    ]
  })
}

/** What is planned is about mails and hosts that there are. */
/** A device is a host of the world, and belongs to somebody with a mailbox. */
function deviceProblems({ devices = [], hosts, mailboxes }: WorldSpec): LessonProblem[] {
  return devices.flatMap(({ host, owner }, at) => {
    const path = ['world', 'devices', at]
    if (!hosts.some(({ name }) => name === host))
      return [{ path: [...path, 'host'], message: noHost(host) }]
    if (!mailboxes.some(({ address, password }) => address === owner && password !== undefined))
      return [
        {
          path: [...path, 'owner'],
          message: `world.yaml has no mailbox ${code(owner)} with a password to log in with.`,
        },
      ]
    return []
  })
}

function planProblems({ plan = [], mails, hosts, devices = [] }: WorldSpec): LessonProblem[] {
  return plan.flatMap(({ on, send: sent, down, up, device, act }, at) => {
    const send = act?.does === 'write-mail' ? act.mail : sent
    const path = ['world', 'plan', at]
    const host = down ?? up
    if (device !== undefined && !devices.some(({ id }) => id === device))
      return [{ path: [...path, 'device'], message: `world.yaml has no device ${code(device)}.` }]
    if (send !== undefined && !mails.some(({ id }) => id === send))
      return [
        {
          path: [...path, sent === undefined ? 'act' : 'send'],
          message: `world.yaml has no mail ${code(send)}.`,
        },
      ]
    const gone = on?.gone
    if (gone && !mails.some(({ id }) => id === gone.mail))
      return [
        {
          path: [...path, 'on', 'gone', 'mail'],
          message: `world.yaml has no mail ${code(gone.mail)}.`,
        },
      ]
    if (host !== undefined && !hosts.some(({ name }) => name === host))
      return [{ path: [...path, down === undefined ? 'up' : 'down'], message: noHost(host) }]
    return []
  })
}

/** Zones that the learner may not change must be right: the learner cannot fix them. */
function zoneProblems({ zones }: WorldSpec): LessonProblem[] {
  return zones.flatMap(({ origin, text, editable }, at) => {
    const nested = zones.some((other) => other.origin !== origin && isWithin(origin, other.origin))
    const path = ['world', 'zones', at]
    const { zone, problems } = parseZone(text, { origin })
    const first = editable ? undefined : problems.find(({ severity }) => severity === 'error')
    if (first)
      return [{ path, message: `This zone is not editable, but has a fault: ${first.message}` }]
    if (!editable && zone.records.length === 0 && !nested)
      return [{ path, message: 'This zone has no record.' }]
    return []
  })
}

/** The settings of a host are of one that there is. */
function documentProblems({ documents = [], hosts }: WorldSpec): LessonProblem[] {
  return documents.flatMap(({ kind, name }, at) =>
    kind !== 'settings' || hosts.some((host) => host.name === name)
      ? []
      : [{ path: ['world', 'documents', at, 'name'], message: noHost(name) }],
  )
}
