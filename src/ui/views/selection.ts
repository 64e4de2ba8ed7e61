/** What a delivery is drawn of. `byStep`: a step shows it, and it was not chosen by hand. */
export type Selection =
  | { readonly kind: 'mail'; readonly id: string; readonly byStep?: true }
  | {
      readonly kind: 'message'
      readonly mailbox: string
      readonly id: string
      readonly byStep?: never
    }
  /** `isTyped`: somebody is typing it, and may look at something else. */
  | {
      readonly kind: 'connection'
      readonly connection: number
      readonly isTyped?: true
      readonly byStep?: never
    }
