/** What a delivery is drawn of. `byStep`: a step shows it, or it is being typed; it was not chosen by hand. */
export type Selection =
  | { readonly kind: 'mail'; readonly id: string; readonly byStep?: true }
  | {
      readonly kind: 'message'
      readonly mailbox: string
      readonly id: string
      readonly byStep?: never
    }
  | { readonly kind: 'connection'; readonly connection: number; readonly byStep?: true }
