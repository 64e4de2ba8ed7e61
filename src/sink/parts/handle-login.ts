import type { Handled, Login } from '../../protocols/smtp/server/session.ts'

/** Nobody logs in at a sink, so no session comes into this phase. */
export const handleLogin = (session: Login, bytes: Uint8Array): Handled => ({
  ...{ session, effects: [], next: bytes.length },
})
