import {
  authenticate as judge,
  type Authentication,
  type AuthenticationInput,
} from '../auth/authenticate.ts'
import { runLater, type AsyncResolver } from './resolver.ts'

/**
 * `now` is the machine's clock by default. `authservId`, the name of the receiving host in the
 * Authentication-Results field, is `localhost` by default.
 */
export type AuthenticateInput = Omit<AuthenticationInput, 'now' | 'authservId'> &
  Partial<Pick<AuthenticationInput, 'now' | 'authservId'>>

/**
 * Judges a message as a receiver does: SPF of its envelope, DKIM of its signatures, DMARC from both
 * (RFC 9989 §5.3).
 *
 * @example
 * const { spf, dkim, dmarc, header } = await authenticate(
 *   { ip: '192.0.2.1', helo: 'mail.example.org', mailFrom: 'ann@example.org', message: bytes },
 *   resolver,
 * )
 * // header: 'localhost; spf=pass smtp.mailfrom=example.org; dkim=…; dmarc=…'
 */
export const authenticate = (
  input: AuthenticateInput,
  resolver: AsyncResolver,
): Promise<Authentication> =>
  runLater(
    judge({
      ...input,
      now: input.now ?? Date.now(),
      authservId: input.authservId ?? 'localhost',
    }),
    resolver,
  )
