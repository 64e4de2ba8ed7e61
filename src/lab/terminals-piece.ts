import { LaterPiece } from '../core/later-piece.ts'

/** The terminals of a lab, with the shell and its programs: half of all lessons do without. */
export const terminalsPiece = new LaterPiece(() => import('./terminals.ts'))
