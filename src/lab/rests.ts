/** What is asked of a lesson, or of its page. */
interface Opening {
  readonly panels: readonly string[]
  /** Seconds that its plan has run before. */
  readonly opensAfter?: number | undefined
  readonly steps: readonly { readonly card?: object | undefined }[]
}

/**
 * Whether a lesson's lab may stay closed until the first input: its page then shows what stands in it. A terminal
 * shows nothing that its greeting does not; zones, senders and mails are judged at once, and what happened
 * before is seen from the start, as are the rows of a card.
 */
export const rests = ({ panels, opensAfter = 0, steps }: Opening): boolean =>
  opensAfter === 0 &&
  !(steps[0]?.card && 'from' in steps[0].card) &&
  panels.every((panel) => ['terminal', 'envelope', 'mailbox'].includes(panel))
