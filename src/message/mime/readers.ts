import type { Message } from '../parse.ts'
import { decodedBytes, decodedText, leavesOf } from './decode.ts'
import type { Part } from './part.ts'

/** A kind of program that shows a message. */
export interface Reader {
  /** Whether it draws HTML, pictures and PDF; else it knows plain text alone. */
  readonly draws: boolean
  /** What it does where a multipart breaks the rules: shows what it can, or leaves it out. */
  readonly minds: 'nothing' | 'faults'
}

/** The programs that are compared with each other. */
export const readers = {
  phone: { draws: true, minds: 'nothing' },
  terminal: { draws: false, minds: 'nothing' },
  strict: { draws: true, minds: 'faults' },
} as const satisfies Readonly<Record<string, Reader>>

export type ReaderName = keyof typeof readers

/** What such a program shows of a message. */
export interface Shown {
  readonly texts: readonly ShownText[]
  /** What it offers to be opened or kept. */
  readonly files: readonly ShownFile[]
  /** What it leaves out, and why. */
  readonly left: readonly LeftOut[]
}

export interface ShownText {
  /** `raw`: the source of a multipart whose parts were not found. */
  readonly as: 'plain' | 'html' | 'raw'
  readonly text: string
}

export interface ShownFile {
  readonly type: string
  readonly filename?: string
  /** Decoded. */
  readonly octets: number
}

export interface LeftOut {
  readonly type: string
  /**
   * `alternative`: another part says the same, better. `unclosed`: it is not known whether the part is
   * whole. `unfound`: the boundary stands nowhere.
   */
  readonly why: 'alternative' | 'unclosed' | 'unfound'
}

type Source = Pick<Message, 'text' | 'bytes'>

const DRAWN = /^(?:text\/(?:plain|html)|image\/(?:png|jpeg|gif|webp)|application\/pdf)$/

/**
 * What a program shows of the parts of a message: of alternatives the last that it knows (RFC 2046
 * §5.1.4), of others all in order.
 */
export function shownBy(reader: Reader, message: Source, root: Part): Shown {
  const shown = { texts: [] as ShownText[], files: [] as ShownFile[], left: [] as LeftOut[] }
  show(root)
  return shown

  function show(part: Part): void {
    if (!part.type.startsWith('multipart/')) return leaf(part)
    if (!part.parts.length) return unfound(part)
    const isCut = part.isOpen && reader.minds === 'faults'
    const whole = isCut ? part.parts.slice(0, -1) : part.parts
    if (isCut) leave(part.parts.at(-1)!, 'unclosed')
    if (part.type !== 'multipart/alternative') return whole.forEach(show)
    const best = whole.findLast((one) => isKnown(reader, one)) ?? whole[0]
    for (const one of whole) if (one !== best) leave(one, 'alternative')
    if (best) show(best)
  }

  function leaf(part: Part): void {
    const { type, disposition, filename } = part
    const isText = disposition !== 'attachment' && filename === undefined
    const as = type === 'text/html' && reader.draws ? 'html' : 'plain'
    if (isText && type.startsWith('text/') && isKnown(reader, part))
      shown.texts.push({ as, text: decodedText(message, part) })
    else
      shown.files.push({
        ...{ type, octets: decodedBytes(message, part).length },
        ...(filename !== undefined && { filename }),
      })
  }

  function unfound(part: Part): void {
    if (reader.minds === 'faults') return leave(part, 'unfound')
    shown.texts.push({ as: 'raw', text: decodedText(message, part) })
  }

  function leave({ type }: Part, why: LeftOut['why']): void {
    shown.left.push({ type, why })
  }
}

/** Whether the program can show it; of a multipart, whether it can show anything in it. */
const isKnown = (reader: Reader, part: Part): boolean =>
  [...leavesOf(part)].some(({ type }) => (reader.draws ? DRAWN.test(type) : type === 'text/plain'))
