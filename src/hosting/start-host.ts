import { fetchAgain } from './fetch-again.ts'
import { LabHost } from '../lab/host.ts'
import type { LabOutput } from '../lab/protocol.ts'
import { webCrypto } from '../platform/webcrypto.ts'

/** Starts a host on the clock and the cryptography of this place, which browsers and Node share. */
export const startHost = (send: (output: LabOutput) => void): LabHost =>
  new LabHost(
    {
      crypto: webCrypto,
      loadLint: () => fetchAgain(() => import('../lint/lint-zones.ts')),
      fetchPiece: fetchAgain,
      soon: (act) => void setTimeout(act, 0),
    },
    send,
  )
