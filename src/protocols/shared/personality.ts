/** What a server replies on each occasion, given the facts that it knows then. */
export type RepliesTo<Occasions, Reply> = {
  readonly [Occasion in keyof Occasions]: (facts: Occasions[Occasion]) => Reply
}

/** The same reply on several occasions, whatever the server knows then. */
export const onAll = <Occasion extends string, Reply>(
  occasions: readonly Occasion[],
  reply: () => Reply,
): Readonly<Record<Occasion, () => Reply>> =>
  Object.fromEntries(occasions.map((occasion) => [occasion, reply])) as Record<
    Occasion,
    () => Reply
  >
