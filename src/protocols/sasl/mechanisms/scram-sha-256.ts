import { scramMechanism } from '../scram-mechanism.ts'

export const scramSha256 = scramMechanism('SHA-256', { rfc: 7677, section: '3' })
