import type { Mechanism } from '../../protocols/sasl/exchange.ts'

/** Nobody logs in at a sink. */
export const mechanisms: readonly Mechanism[] = []

export const mechanismNamed = (): undefined => undefined
