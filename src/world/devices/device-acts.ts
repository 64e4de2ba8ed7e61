import { LaterPiece } from '../../core/later-piece.ts'

/** What devices do, with their clients of IMAP and POP3: it comes when one first does something, or ahead. */
export const deviceActs = new LaterPiece(() => import('./use-device.ts'))

export type DeviceActs = Awaited<ReturnType<typeof deviceActs.load>>
