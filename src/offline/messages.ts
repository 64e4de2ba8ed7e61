/** What a page asks of its service worker. */
export type PageMessage =
  /** What is stored; answered by a `StoredState`. */
  | { readonly kind: 'state' }
  /** Store all in the page's language that is not stored yet; answered by a `StoredState`. */
  | { readonly kind: 'fill' }
  /** Remove all that is stored, and the worker; answered by a `StoredState`. */
  | { readonly kind: 'remove' }
  /** Of a version that waits: answer from here on. */
  | { readonly kind: 'take-over' }

export interface StoredState {
  readonly version: string
  /** Whether every page in the language of the one that asks works without a network, not only what was used. */
  readonly isWhole: boolean
}
