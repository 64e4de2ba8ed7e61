import type { Lesson } from '../lessons/lesson.ts'
import { deviceActs } from '../world/devices/device-acts.ts'
import { mailboxServers } from '../world/services/mailbox-servers.ts'
import { loadDocumentKinds } from './documents/index.ts'
import type { LabPorts, ZoneRules } from './lab-ports.ts'
import { terminalsPiece } from './terminals-piece.ts'

/** Code of a lesson's lab that is handed to it; the rest is found where it is needed. */
export interface LabParts {
  /** Where zones are edited. */
  readonly rules: ZoneRules | undefined
  /** Checks a world that a learner wrote. */
  readonly own: typeof import('./own-world/check-world.ts') | undefined
}

/**
 * Fetches what a lesson's lab takes beside what all labs start with, all of it at once: on a slow line each
 * wait counts. Rejects where a part cannot be fetched.
 * @throws Where the lesson is none.
 */
export function fetchParts(
  { world, terminal, isOwn }: Lesson,
  { loadLint, fetchPiece }: Pick<LabPorts, 'loadLint' | 'fetchPiece'>,
): Promise<LabParts> {
  const isEdited = world.zones.some(({ editable }) => editable)
  const hasClients = terminal !== undefined || !!world.devices?.length
  return Promise.all([
    isEdited ? loadLint() : undefined,
    isOwn ? fetchPiece(() => import('./own-world/check-world.ts')) : undefined,
    loadDocumentKinds(world.documents ?? [], fetchPiece),
    ...(terminal ? [terminalsPiece.load(fetchPiece)] : []),
    ...(hasClients ? [mailboxServers, deviceActs].map((one) => one.load(fetchPiece)) : []),
  ]).then(([rules, own]) => ({ rules, own }))
}
