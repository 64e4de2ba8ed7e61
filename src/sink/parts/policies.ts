/** What servers have against strangers, and what goes wrong at them on purpose: nothing at a sink. */
export const faultAt = (): undefined => undefined

export const isGreylisted = (): boolean => false

export const isTooOften = (): boolean => false

export const tarpitDelay = (): number => 0
