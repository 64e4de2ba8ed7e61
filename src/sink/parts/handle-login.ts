import type { Handled, Login } from '../../protocols/smtp/server/session.ts'

/** A sink knows no accounts, so no session comes into this phase. */
export const handleLogin = (session: Login, bytes: Uint8Array): Handled => ({
  ...{ session, effects: [], next: bytes.length },
})
