import { runSync } from '../core/effects.ts'
import type { Diagnostic } from '../core/diagnostic.ts'
import { askedName } from '../core/idna.ts'
import { evaluateSpf } from '../auth/spf/evaluate.ts'
import type { Zone } from '../dns/zone/zone.ts'
import { createWorld } from '../world/create.ts'
import type { World } from '../world/world.ts'
import { answerCard } from '../lessons/cards/card-log.ts'
import { nothingRemembered, rememberNow } from '../lessons/check.ts'
import type { Evidence, MailReport, SenderReport } from '../lessons/evidence.ts'
import type { Begun, RepeatedOptions } from './beginnings.ts'
import { Documents } from './documents/documents.ts'
import { loadDocumentKinds } from './documents/index.ts'
import { addToJournal } from './journal.ts'
import type { Lab, LabInput, LabOptions } from './lab.ts'
import { terminalsPiece } from './terminals-piece.ts'
import { cardsOf, type Lesson } from '../lessons/lesson.ts'

/**
 * Opens a lesson in a world of its own, and does again what its journal holds.
 * Resolves when all of that has settled.
 */
export async function openLab(lesson: Lesson, options: RepeatedOptions): Promise<Lab> {
  const inputs = [...beginningOf(lesson), ...(options.journal ?? [])]
  // What a document has set on the way is in a world, and not in the document.
  const beginnings = lesson.world.documents?.length ? undefined : options.beginnings
  const begun = beginnings?.find(inputs)
  const parts = await setUp(lesson, options, begun)
  const { world, documents, terminals, judged } = parts
  const { evidence, forget } = evidenceOf(world, judged)
  const note = beginnings?.noteAfter(inputs.slice(0, begun?.inputs ?? 0))
  let journal: readonly LabInput[] = []
  let remembered = begun?.remembered ?? nothingRemembered
  let last: Promise<unknown> = Promise.resolve()

  async function act(input: LabInput): Promise<void> {
    if (!leavesWorld(input)) forget()
    if (input.kind === 'answer') await answer(input.card, input.answer)
    else if (input.kind === 'check') remembered = rememberNow(lesson, await evidence(), remembered)
    else await actOn(parts, input)
    await world.settled()
    note?.(input, () => ({ world, remembered, files: terminals?.files }))
  }

  async function answer(id: string, given: readonly string[]): Promise<void> {
    const card = cardsOf(lesson).find((one) => one.id === id)
    if (!card) return
    const log = answerCard(card, given, await evidence(), remembered.cards.get(id))
    remembered = { ...remembered, cards: new Map([...remembered.cards, [id, log]]) }
  }

  const lab: Lab = {
    lesson,
    world,
    ...{ terminals, shell: terminals?.first },
    get journal() {
      return journal
    },
    apply(input) {
      journal = addToJournal(journal, input)
      const mine = last.then(() => act(input))
      last = mine.catch(() => undefined)
      return mine
    },
    get zoneTexts() {
      return Object.fromEntries(world.zones.map(({ origin, text }) => [origin, text]))
    },
    get documentTexts() {
      return documents.texts
    },
    gather: async () => {
      await last
      return evidence()
    },
    get remembered() {
      return remembered
    },
  }
  for (const input of inputs.slice(begun?.inputs ?? 0)) await act(input)
  journal = options.journal ?? []
  return lab
}

/** What happens in a lesson before its learner does anything; no journal has it. */
const beginningOf = ({ opensAfter, terminal }: Lesson): LabInput[] => [
  ...(opensAfter === undefined ? [] : [{ kind: 'advance' as const, by: opensAfter * 1000 }]),
  ...(terminal?.run === undefined ? [] : [{ kind: 'type' as const, data: `${terminal.run}\r` }]),
]

/** What a lab consists of. */
async function setUp(lesson: Lesson, options: LabOptions, begun?: Begun) {
  const world = begun?.world ?? createWorld(lesson.world, options)
  const specs = lesson.world.documents ?? []
  const documents = new Documents(specs, await loadDocumentKinds(specs, options.fetchPiece), world)
  const settingsOf = (host: string) => documents.settingsOf(host)
  const files = begun?.files
  const terminals =
    lesson.terminal &&
    new (await terminalsPiece.load(options.fetchPiece)).Terminals(lesson.terminal, {
      ...{ ...options, world, settingsOf },
      ...(files && { files }),
    })
  const judged = onceForTexts(world, documents, () => judgeOnce(lesson, world, documents, options))
  return { world, documents, terminals, judged }
}

type Parts = Awaited<ReturnType<typeof setUp>>

/** Does one thing in a world or at its terminals. */
async function actOn(
  { world, documents, terminals }: Parts,
  input: Exclude<LabInput, { kind: 'answer' | 'check' }>,
): Promise<void> {
  const shell = 'terminal' in input ? terminals?.get(input.terminal) : terminals?.first
  if (input.kind === 'type') shell?.type(input.data)
  else if (input.kind === 'open' || input.kind === 'close') terminals?.change(input)
  else if (input.kind === 'edit') edit(world, documents, input)
  else if (input.kind === 'send') await sendById(world, input.mail)
  else if (input.kind === 'advance') advance(world, input.by)
  else await world.useDevice(input.device, input.act)
  await shell?.settled()
}

function edit(
  world: World,
  documents: Documents,
  input: Extract<LabInput, { kind: 'edit' }>,
): void {
  if ('zone' in input) world.setZone(input.zone, input.text)
  else documents.edit(input.document, input.text)
}

function advance(world: World, by: number | 'next'): void {
  if (by !== 'next') world.advanceClock(by)
  else if (world.nextDue !== undefined) world.advanceClock(world.nextDue - world.clock.now())
}

async function sendById(world: World, id: string): Promise<void> {
  const mail = world.spec.mails.find((candidate) => candidate.id === id)
  if (mail) await world.send(mail)
}

type Judged = Omit<Evidence, 'world'>

/** What no lab is needed for any more: kept of many, it keeps none of their worlds. */
type Verdicts = Omit<Judged, 'setting' | 'senders'>

/** Evidence, the same as before where nothing has happened since: what was judged of it holds. */
function evidenceOf(world: World, judged: () => Promise<Judged>) {
  let moment: Moment | undefined
  return {
    forget: () => void (moment = undefined),
    async evidence(): Promise<Evidence> {
      const found = await judged()
      if (!moment || !isStillAt(moment, found, world)) moment = momentOf(found, world)
      return moment.evidence
    },
  }
}

/** Evidence, and how far the world had come. */
interface Moment {
  readonly evidence: Evidence
  readonly judged: Judged
  readonly events: number
  readonly now: number
}

const momentOf = (judged: Judged, world: World): Moment => ({
  evidence: { world, ...judged },
  ...{ judged, events: eventsOf(world), now: world.clock.now() },
})

const isStillAt = ({ judged, events, now }: Moment, found: Judged, world: World): boolean =>
  judged === found && events === eventsOf(world) && now === world.clock.now()

const eventsOf = ({ events, droppedCount }: World): number => events.length + droppedCount

const leavesWorld = ({ kind }: LabInput): boolean => kind === 'check' || kind === 'answer'

/** Zones and documents that stood so before are judged as they were then; who may send hangs on the time too. */
async function judgeOnce(
  lesson: Lesson,
  world: World,
  documents: Documents,
  options: LabOptions,
): Promise<Judged> {
  const { verdicts } = options
  // What a setting comes to is asked of this lab's own documents, later too.
  const { setting } = documents
  const senders = judgeSenders(world)
  if (!verdicts) return { setting, senders, ...(await judge(lesson, world, documents, options)) }
  const texts = world.zones.map(({ origin, text }) => [origin, text])
  // Of settings that are not sound those before go on: what holds is in the hosts.
  const hosts = lesson.world.documents?.length ? world.hosts : []
  const key = JSON.stringify([texts, documents.texts, hosts])
  const found = verdicts.get(key) ?? judge(lesson, world, documents, options)
  verdicts.set(key, found)
  return { setting, senders, ...(await found) }
}

async function judge(
  lesson: Lesson,
  world: World,
  documents: Documents,
  options: LabOptions,
): Promise<Verdicts> {
  return {
    diagnostics: [...editableFindings(lesson, world, options.lint), ...documents.diagnostics],
    journeys: await tryMails(world, options),
  }
}

/** Judges anew only when a zone or a document has changed: keys in a terminal cost nothing. */
function onceForTexts(
  world: World,
  documents: Documents,
  judgeNow: () => Promise<Judged>,
): () => Promise<Judged> {
  let texts: readonly (Zone | number)[] | undefined
  let found: Promise<Judged> | undefined
  return () => {
    const now = [...world.zones, documents.revision]
    const same = texts?.length === now.length && now.every((one, at) => one === texts?.[at])
    if (found && same) return found
    texts = now
    return (found = judgeNow())
  }
}

function editableFindings(
  lesson: Lesson,
  { zones, problems }: World,
  lint: LabOptions['lint'],
): Diagnostic[] {
  const editable = new Set(
    lesson.world.zones.flatMap(({ origin, editable }) => (editable ? [askedName(origin)] : [])),
  )
  const files = new Set(zones.flatMap(({ origin, file }) => (editable.has(origin) ? [file] : [])))
  return [...problems, ...(lint?.(zones, files) ?? [])].filter(({ file }) => files.has(file))
}

function judgeSenders({ spec, resolver, clock }: World): SenderReport[] {
  return spec.senders.map((sender) => ({
    sender,
    verdict: runSync(evaluateSpf({ ...sender, now: clock.now() }), (question) =>
      question.ask === 'dns' ? resolver.query(question.name, question.type) : undefined,
    ),
  }))
}

/** Sends each mail through a world of its own, so that the learner's is not touched. */
async function tryMails(
  world: World,
  { crypto, triesMails = true }: LabOptions,
): Promise<MailReport[]> {
  if (!triesMails) return []
  const zones = world.zones.map(({ origin, text }) => ({ origin, text, editable: false }))
  const copy = createWorld({ ...world.spec, zones }, { crypto })
  const reports: MailReport[] = []
  for (const mail of world.spec.mails) reports.push({ mail, journey: await copy.send(mail) })
  return reports
}
