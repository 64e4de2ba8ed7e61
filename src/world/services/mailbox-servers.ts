import { LaterPiece } from '../../core/later-piece.ts'

/**
 * The servers of IMAP and POP3. In many worlds mailboxes are looked at from outside alone, so this large part comes
 * when a client first connects, or ahead.
 */
export const mailboxServers = new LaterPiece(() => import('./mailbox-sessions.ts'))
