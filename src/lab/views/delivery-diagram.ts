import type { DeliveryDiagram } from './delivery.ts'
import { endOfStory } from './delivery-end.ts'
import { lanesOf } from './delivery-lanes.ts'
import { rowsOf } from './delivery-rows.ts'
import type { MessageStory } from './delivery-story.ts'

/** A story as a sequence diagram. @param terminal The host that the learner sits at. */
export function diagramOf(story: MessageStory, title: string, terminal?: string): DeliveryDiagram {
  const { key, steps } = story
  const rows = rowsOf(steps)
  const used = new Set(rows.flatMap(({ from, to }) => [from, to]))
  return {
    ...{ key, title, rows, end: endOfStory(steps) },
    lanes: lanesOf(steps, terminal).filter(({ id }) => used.has(id)),
  }
}

interface Paths {
  readonly from?: string
  readonly to: readonly string[]
}

/** What a message without a name is called: who writes to whom, as far as it was said. */
export function titleOf({ steps }: MessageStory): string {
  const paths = steps.flatMap((step): Paths[] => {
    if (step.kind === 'event' && step.event.type === 'queued')
      return [{ from: step.event.from, to: step.event.to }]
    if (step.kind !== 'command' || step.command.code >= 400) return []
    const { verb, argument } = step.command
    const address = /<([^>]*)>/.exec(argument)?.[1]
    if (address === undefined) return []
    if (verb === 'MAIL') return [{ from: address, to: [] }]
    return verb === 'RCPT' ? [{ to: [address] }] : []
  })
  const from = paths.find((path) => path.from !== undefined)?.from
  const to = paths.flatMap((path) => path.to)[0]
  if (from === undefined) return 'A connection'
  return `${from || '<>'} → ${to ?? '…'}`
}
