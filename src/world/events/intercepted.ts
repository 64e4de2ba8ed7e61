import { defineEvent } from '../log/event-kind.ts'

/** Somebody on the wire did something; neither side can see this. */
export interface Intercepted {
  readonly type: 'intercepted'
  readonly does: InterceptedAct
  /** The host that connected or asked. */
  readonly from: string
  /** The host that it wanted, or the name that it asked the DNS for. */
  readonly to: string
  readonly connection?: number
  /** The id under which `from` keeps the message that it wanted to send. */
  readonly queueId?: string
  /** In a sentence. */
  readonly what: string
}

export type InterceptedAct =
  'listen' | 'strip-starttls' | 'own-certificate' | 'alter' | 'block' | 'redirect' | 'hide-answer'

export const intercepted = defineEvent<Intercepted>({
  type: 'intercepted',
  shownIn: 'activity',
  sentence: ({ from, to, what }) => `Between ${from} and ${to}: ${what}`,
  tone: () => 'warn',
})
