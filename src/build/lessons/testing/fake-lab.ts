import type { Lab, LabInput } from '../../../lab/lab.ts'
import { answerCard } from '../../../lessons/cards/card-log.ts'
import { nothingRemembered, rememberNow } from '../../../lessons/check.ts'
import type { Evidence } from '../../../lessons/evidence.ts'
import { cardsOf } from '../../../lessons/lesson.ts'
import type { WorldEvent } from '../../../world/events/index.ts'
import type { World } from '../../../world/world.ts'
import type { Deed, Play } from '../files/play.ts'
import type { OpenLab } from '../proof/player.ts'
import { readTranscript, turnsOf, type Turn } from '../proof/transcript.ts'

/** A server that takes `call`, `one`, `two` and `bye`, and answers each with `250 <word>`. */
export const fakeLab: OpenLab = async (lesson, { addLine }, before = []) => {
  const events: WorldEvent[] = []
  let running: string | undefined
  let remembered = nothingRemembered
  const commandEvent = (verb: string, code: number) => {
    const head = { at: 0, type: 'command', protocol: 'smtp', connection: 1 } as const
    events.push({ ...head, verb: verb.toUpperCase(), argument: '', code, text: verb.toUpperCase() })
    addLine({ who: 'server', text: `${code} ${code === 250 ? verb.toUpperCase() : verb}` })
  }
  let journal: readonly LabInput[] = []
  const evidence = (): Evidence => ({
    world: { events, mailboxes: [], zones: [], hosts: [], spec: {} } as unknown as World,
    ...{ diagnostics: [], senders: [], journeys: [] },
  })
  const lab: Omit<Lab, 'world' | 'zoneTexts' | 'documentTexts'> = {
    lesson,
    get journal() {
      return journal
    },
    terminals: undefined,
    shell: {
      type: () => undefined,
      settled: () => Promise.resolve(),
      history: [],
      place: 'desk.example.org',
      close: () => undefined,
      get running() {
        return running
      },
    },
    async apply(input) {
      journal = [...journal, input]
      if (input.kind === 'check') remembered = rememberNow(lesson, evidence(), remembered)
      if (input.kind === 'answer') {
        const card = cardsOf(lesson).find(({ id }) => id === input.card)!
        const log = answerCard(card, input.answer, evidence(), remembered.cards.get(card.id))
        remembered = { ...remembered, cards: new Map([...remembered.cards, [card.id, log]]) }
      }
      if (input.kind !== 'type') return
      const word = input.data.trim()
      if (word === 'call') running = 'nc'
      commandEvent(word, /^(call|one|two|bye)$/.test(word) ? 250 : 500)
      if (word === 'bye') running = undefined
    },
    gather: async () => evidence(),
    get remembered() {
      return remembered
    },
  }
  for (const input of before) await lab.apply(input)
  return lab as Lab
}

/** A play from the lines of its text; zones are not read. */
export function playOf(source: string): Play {
  const reading = readTranscript(source)
  if (!reading.ok) throw new Error(reading.message)
  return turnsOf(reading.lines).map(deedOf)
}

function deedOf(turn: Turn): Deed {
  const { who, text } = turn.typed
  if (who !== '?') return { kind: 'type', turn }
  const [card = '', answer = ''] = text.split(': ')
  return { kind: 'answer', card, answer: answer.split(', ') }
}
