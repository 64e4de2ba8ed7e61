import { scramMechanism } from '../scram-mechanism.ts'

export const scramSha1 = scramMechanism('SHA-1', { rfc: 5802, section: '5' })
