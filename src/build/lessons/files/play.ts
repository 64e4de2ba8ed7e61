import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { documentOf } from '../../../core/document-name.ts'
import { MOST_TERMINALS } from '../../../lab/terminal-numbers.ts'
import { momentOf } from '../../../lessons/moment.ts'
import { cardsOf, type Lesson } from '../../../lessons/lesson.ts'
import type { DeviceAct } from '../../../world/spec.ts'
import { readTranscript, turnsOf, type Turn } from '../proof/transcript.ts'
import { readDeviceAct } from './device-act.ts'
import { LessonError } from './lesson-error.ts'
import { shownPath } from './shown-path.ts'

/** Something to be done in a lesson, in order. */
export type Play = readonly Deed[]

export type Deed =
  | {
      readonly kind: 'type'
      readonly turn: Turn
      /** The number of the terminal that it is typed in; the first if absent. */
      readonly terminal?: number
    }
  /** The learner goes to a terminal, and opens it on the host where it is not open yet. */
  | {
      readonly kind: 'terminal'
      readonly terminal: number
      readonly host: string
      readonly turn: Turn
    }
  | { readonly kind: 'edit'; readonly zone: string; readonly text: string }
  /** Another document is edited, by its file. */
  | { readonly kind: 'edit-document'; readonly document: string; readonly text: string }
  | {
      readonly kind: 'answer'
      readonly card: string
      /** Ids of choices or items, or names of rows. */
      readonly answer: readonly string[]
    }
  | { readonly kind: 'send'; readonly mail: string }
  /** Milliseconds, or until something happens by itself. */
  | { readonly kind: 'advance'; readonly by: number | 'next' }
  | { readonly kind: 'device'; readonly device: string; readonly act: DeviceAct }

/** How a sentence names a deed. */
export function nameOfDeed(deed: Deed): string {
  switch (deed.kind) {
    case 'type':
      return `line ${deed.turn.typed.line}, \`${deed.turn.typed.text}\``
    case 'terminal':
      return `the way to terminal ${deed.terminal}`
    case 'edit':
      return `an edit of \`${deed.zone}\``
    case 'edit-document':
      return `an edit of \`${deed.document}\``
    case 'answer':
      return `the answer to \`${deed.card}\``
    case 'send':
      return `the mail \`${deed.mail}\``
    case 'device':
      return `${deed.act.does} on the device \`${deed.device}\``
    case 'advance':
      return deed.by === 'next' ? 'the time until something happens' : 'some time'
  }
}

/**
 * Reads a play from `path.txt` and the zones and other documents in the folder `path`. Without a text they
 * are put in place as they are; in it, `Z: example.org` does so, and `Z: example.org halfway` with
 * `path/halfway/example.org.zone`. A document is named by its file: `Z: mail.example.org.conf`. `M: id` sends
 * a mail of the world, `D: phone fetch` uses a device, `T: 15 min` and `T: next` let time go by, as the panels do.
 * `@ 2 mx.example.net` goes to terminal 2, which is opened there on that host, `@ 1` back to the first.
 * @returns Undefined where there is neither.
 */
export async function readPlay(path: string, lesson: Lesson): Promise<Play | undefined> {
  const text = await readFile(`${path}.txt`, 'utf8').catch(() => undefined)
  if (text !== undefined) return readScript(path, text, lesson)
  const names = (await readdir(path).catch(() => [])).filter(
    (name) => name.endsWith('.zone') || documentOf(name) !== undefined,
  )
  if (!names.length) return undefined
  return Promise.all(names.map((name) => readEdit(path, basename(name, '.zone'), lesson)))
}

async function readScript(path: string, text: string, lesson: Lesson): Promise<Play> {
  const file = shownPath(`${path}.txt`)
  const reading = readTranscript(text)
  if (!reading.ok) throw new LessonError([{ file, line: reading.line, message: reading.message }])
  const deeds = turnsOf(reading.lines).map((turn) => readDeed(path, turn, lesson))
  return inTerminals(await Promise.all(deeds), file, lesson)
}

/** Gives typed lines the terminal that the play has gone to, and a terminal the host that it was opened on. */
function inTerminals(play: Play, file: string, lesson: Lesson): Play {
  const hosts = new Map([[1, lesson.terminal?.host]])
  let terminal = 1
  return play.map((deed) => {
    if (deed.kind === 'type') return terminal === 1 ? deed : { ...deed, terminal }
    if (deed.kind !== 'terminal') return deed
    terminal = deed.terminal
    const host = hosts.get(terminal) ?? deed.host
    const message = terminalFault(deed, hosts.get(terminal), lesson)
    if (message !== undefined)
      throw new LessonError([{ file, line: deed.turn.typed.line, message }])
    hosts.set(terminal, host)
    return { ...deed, host }
  })
}

/** @param known The host that the terminal was opened on, if it was. */
function terminalFault(
  { terminal, host }: Extract<Deed, { kind: 'terminal' }>,
  known: string | undefined,
  { terminal: own, world }: Lesson,
): string | undefined {
  if (!own?.several)
    return 'This lesson has one terminal: write `several: true` below `terminal:` for more.'
  if (terminal > MOST_TERMINALS) return `No more than ${MOST_TERMINALS} terminals are open at once.`
  if (host === '') return known === undefined ? 'Write on which host it opens.' : undefined
  if (known !== undefined && known !== host)
    return `Terminal ${terminal} is on \`${known}\` already.`
  return world.hosts.some(({ name }) => name === host)
    ? undefined
    : `No host is called \`${host}\`.`
}

async function readDeed(path: string, turn: Turn, lesson: Lesson): Promise<Deed> {
  const { who, text, line } = turn.typed
  const fail = (message: string): LessonError =>
    new LessonError([{ file: shownPath(`${path}.txt`), line, message }])
  if (who === 'Z') {
    const [zone = '', halfway = '', ...more] = text.split(/\s+/)
    if (more.length) throw fail('Write `Z: example.org` or `Z: example.org halfway`.')
    return readEdit(join(path, halfway), zone, lesson)
  }
  if (who === 'M') {
    if (!lesson.world.mails.some(({ id }) => id === text))
      throw fail(`No mail is called \`${text}\`.`)
    return { kind: 'send', mail: text }
  }
  if (who === 'T') {
    const by = text === 'next' ? text : momentOf(`+${text}`, 0)
    if (!by) throw fail('Write `T: next`, or a time: `T: 90 s`, `T: 15 min`, `T: 2 h`, `T: 1 d`.')
    return { kind: 'advance', by }
  }
  if (who === 'D') {
    const read = readDeviceAct(text)
    if (typeof read === 'string') throw fail(read)
    if (!lesson.world.devices?.some(({ id }) => id === read.device))
      throw fail(`No device is called \`${read.device}\`.`)
    return { kind: 'device', ...read }
  }
  if (who === '@') {
    const [, number, host = ''] = /^(\d)(?: (\S+))?$/.exec(text) ?? []
    if (!Number(number))
      throw fail('Write `@ 2 mx.example.net` to open a terminal, and `@ 1` or `@ 2` to go to one.')
    return { kind: 'terminal', terminal: Number(number), host, turn }
  }
  if (who !== '?') return { kind: 'type', turn }
  const [, card = '', answer = ''] = /^([^:]+):\s*(.*)$/.exec(text) ?? []
  if (!cardsOf(lesson).some(({ id }) => id === card))
    throw fail(`No card is called \`${card || text}\`: write \`? card: answer\`.`)
  return { kind: 'answer', card, answer: answer.split(/\s*,\s*/) }
}

/** @param name A zone's origin, or another document's file. */
async function readEdit(folder: string, name: string, { world }: Lesson): Promise<Deed> {
  const isZone = world.zones.some(({ origin, editable }) => origin === name && editable)
  const isDocument = world.documents?.some((one) => one.file === name && one.editable)
  const path = join(folder, isZone || !documentOf(name) ? `${name}.zone` : name)
  const file = shownPath(path)
  if (!isZone && !isDocument) {
    const what = documentOf(name) ? 'document' : 'zone'
    throw new LessonError([{ file, message: `\`${name}\` is no editable ${what} here.` }])
  }
  const text = await readFile(path, 'utf8').catch(() => undefined)
  if (text === undefined) throw new LessonError([{ file, message: 'There is no such file.' }])
  return isZone
    ? { kind: 'edit', zone: name, text }
    : { kind: 'edit-document', document: name, text }
}
