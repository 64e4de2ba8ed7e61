import { arcOracle } from './arc/compare.ts'
import { dkimOracle } from './dkim/compare.ts'
import { dkimpyDifferences, opendkimDifferences } from './dkim/known.ts'
import { protocolOracles } from './protocols/compare.ts'
import { shellOracles } from './shell/compare.ts'
import { queueOracle } from './shell/queue.ts'
import { handshakeOracle } from './shell/handshake.ts'
import { spfOracle } from './spf/compare.ts'
import { zoneOracle } from './zones/compare.ts'
import type { Oracle } from './suite.ts'

/** Every oracle, in the order in which they run. */
export const oracles: readonly Oracle[] = [
  spfOracle,
  dkimOracle({
    name: 'dkimpy',
    apt: 'python3-dkim python3-nacl',
    check: 'import dkim, nacl',
    script: 'tests/oracle/dkim/dkimpy.py',
    known: dkimpyDifferences,
  }),
  dkimOracle({
    name: 'opendkim',
    apt: 'libopendkim11',
    check: 'import ctypes; ctypes.CDLL("libopendkim.so.11")',
    script: 'tests/oracle/dkim/opendkim.py',
    known: opendkimDifferences,
  }),
  arcOracle,
  zoneOracle,
  ...protocolOracles,
  ...shellOracles,
  handshakeOracle,
  queueOracle,
]
