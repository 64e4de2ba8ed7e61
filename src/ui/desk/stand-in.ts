/** Nodes of the static page, by the slot that they stand in. */
export interface StandIn {
  readonly step: readonly Node[]
  readonly coach: readonly Node[]
  readonly effect: readonly Node[]
}
