/** What a delivery is drawn of. */
export type Selection =
  | { readonly kind: 'mail'; readonly id: string }
  | { readonly kind: 'message'; readonly mailbox: string; readonly id: string }
  | { readonly kind: 'connection'; readonly connection: number }
