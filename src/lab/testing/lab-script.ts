import type { LabInput } from '../lab.ts'
import type { LabLine, LineListener } from '../line.ts'
import { addToPicture, emptyPicture } from '../picture.ts'
import { LAB_PROTOCOL, type LabOutput, type LabPicture } from '../protocol.ts'
import { labLesson } from './lab-lesson.ts'

const typed = (line: string): LabInput => ({ kind: 'type', data: `${line}\r` })
const zone = labLesson.world.zones[0]!

/** A session by hand, a log that a second terminal follows, a zone that gets worse and better, mails that are sent, and time that goes by. */
export const labScript: readonly LabInput[] = [
  ...['dig example.org MX', 'nc mx.example.org 25', 'EHLO desk.example.net'].map(typed),
  ...['MAIL FROM:<ann@example.net>', 'RCPT TO:<bob@example.org>', 'DATA'].map(typed),
  ...['Subject: Grüße', '', 'Hi', '.', 'NOOP nothing', 'QUIT'].map(typed),
  { kind: 'open', terminal: 2, host: 'mx.example.org' },
  { kind: 'type', terminal: 2, data: 'tail -f /var/log/mail.log\r' },
  { kind: 'open', terminal: 3, host: 'desk.example.net' },
  { kind: 'type', terminal: 3, data: 'nc mx.example.org 25\rQUIT\r' },
  { kind: 'close', terminal: 3 },
  { kind: 'edit', zone: zone.origin, text: zone.text.replace('-all', '+al') },
  { kind: 'edit', zone: zone.origin, text: zone.text.replace('-all', '~all') },
  ...labLesson.world.mails.map(({ id }): LabInput => ({ kind: 'send', mail: id })),
  { kind: 'device', device: 'phone', act: { does: 'fetch' } },
  { kind: 'device', device: 'phone', act: { does: 'read', message: 1 } },
  { kind: 'device', device: 'laptop', act: { does: 'fetch' } },
  { kind: 'advance', by: 3_600_000 },
  { kind: 'advance', by: 'next' },
]

/** What came out when the script had been played. */
export interface Played {
  readonly outputs: readonly LabOutput[]
  /** The outputs added up. */
  readonly folded: LabPicture
  /** What the host says it adds up to. */
  readonly snapshot: LabPicture
}

/** Plays the script over a line, each input after the one before has been judged. */
export async function playScript(open: (listener: LineListener) => LabLine): Promise<Played> {
  const outputs: LabOutput[] = []
  let wake: (() => void) | undefined
  const line = open({
    received(output) {
      outputs.push(output)
      wake?.()
    },
    broke(reason) {
      outputs.push({ kind: 'failed', run: 1, cause: 'fault', reason })
      wake?.()
    },
  })
  /** Waits until something has come; what fails ends the wait too. */
  const until = async (found: () => boolean): Promise<void> => {
    while (!found()) {
      const failed = outputs.find(({ kind }) => kind === 'failed' || kind === 'refused')
      if (failed) throw new Error(JSON.stringify(failed))
      await new Promise<void>((resolve) => (wake = resolve))
    }
  }
  const has = (kind: LabOutput['kind'], input = 0) =>
    outputs.some((one) => one.kind === kind && (!('input' in one) || one.input >= input))
  const start = { kind: 'open', version: LAB_PROTOCOL, run: 1, lesson: labLesson } as const
  line.post({ ...start, journal: [], zones: {}, columns: 80 })
  await until(() => has('progress'))
  for (const [at, input] of labScript.entries()) {
    line.post({ kind: 'input', run: 1, number: at + 1, input })
    // Each input is judged, also where all is as before.
    await until(() => has('applied', at + 1) && has('findings', at + 1))
  }
  line.post({ kind: 'snapshot', run: 1 })
  await until(() => has('snapshot'))
  line.close()
  const [before, [last]] = [outputs.slice(0, -1), outputs.slice(-1)]
  const folded = outputs
    .filter(({ kind }) => kind !== 'snapshot')
    .reduce(addToPicture, emptyPicture)
  if (last?.kind !== 'snapshot') throw new Error(`The last output is ${last?.kind}.`)
  return { outputs: before, folded, snapshot: last.picture }
}
