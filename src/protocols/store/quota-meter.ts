import type { QuotaAmount, QuotaLimits } from './store.ts'

/** What the messages of an account take up, and what they may take up. */
export class QuotaMeter {
  usage: QuotaAmount = { storage: 0, messages: 0 }
  limits: QuotaLimits

  constructor(limits: QuotaLimits) {
    this.limits = limits
  }

  hasRoomFor({ storage, messages }: QuotaAmount): boolean {
    const { usage, limits } = this
    return (
      usage.storage + storage <= (limits.storage ?? Infinity) &&
      usage.messages + messages <= (limits.messages ?? Infinity)
    )
  }

  add({ storage, messages }: QuotaAmount): void {
    const { usage } = this
    this.usage = { storage: usage.storage + storage, messages: usage.messages + messages }
  }

  remove({ storage, messages }: QuotaAmount): void {
    this.add({ storage: -storage, messages: -messages })
  }
}

/** What the messages take up. */
export const sizeOf = (messages: readonly { readonly bytes: Uint8Array }[]): QuotaAmount => ({
  storage: messages.reduce((sum, { bytes }) => sum + bytes.length, 0),
  messages: messages.length,
})
