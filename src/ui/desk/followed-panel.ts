import type { PanelName, Step, StepProgress, WorldEvent } from '../../lab/types.ts'

/**
 * Where the newest step of a message is seen, where one types it: the envelope from `MAIL` on, and the
 * mailbox once it has arrived. What the learner looks at by choice goes before.
 */
export function followedPanel(
  events: readonly WorldEvent[],
  panels: readonly PanelName[],
): PanelName | undefined {
  if (!panels.includes('envelope') || !panels.includes('mailbox')) return undefined
  const newest = events.findLast(
    (event) => event.type === 'delivered' || (event.type === 'command' && isAcceptedMail(event)),
  )
  return newest?.type === 'delivered' ? 'mailbox' : newest && 'envelope'
}

/** The panel that a step names, once it can give away no answer to the step's question. */
export const openedPanel = (
  step: Step | undefined,
  progress: StepProgress | undefined,
): PanelName | undefined => (progress && progress.card?.state !== 'open' ? step?.opens : undefined)

/** With it a new envelope begins. */
const isAcceptedMail = (event: Extract<WorldEvent, { type: 'command' }>): boolean =>
  event.verb === 'MAIL' && 'code' in event && event.code === 250
