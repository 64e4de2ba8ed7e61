import type { Mechanism } from '../../protocols/sasl/exchange.ts'

/** None: a sink knows no accounts. */
export const mechanisms: readonly Mechanism[] = []

export const mechanismNamed = (): undefined => undefined
