import type { Tls } from '../core/tls.ts'

/** What two hosts of the simulated Internet agree on. */
export const AGREED_TLS: Tls = { version: 'TLSv1.3', cipher: 'TLS_AES_256_GCM_SHA384' }
