import type { ImapExtension } from './extension.ts'
import { saslIr } from './sasl-ir.ts'
import { enable } from './enable.ts'
import { id } from './id.ts'
import { idle } from './idle.ts'
import { namespace } from './namespace.ts'
import { unselect } from './unselect.ts'
import { uidplus } from './uidplus.ts'
import { move } from './move.ts'
import { listExtended } from './list-extended.ts'
import { listStatus } from './list-status.ts'
import { specialUse } from './special-use.ts'
import { createSpecialUse } from './create-special-use.ts'
import { condstore } from './condstore.ts'
import { qresync } from './qresync.ts'
import { multiappend } from './multiappend.ts'
import { catenate } from './catenate.ts'
import { objectid } from './objectid.ts'
import { utf8Accept } from './utf8-accept.ts'
import { statusSize } from './status-size.ts'
import { esearch } from './esearch.ts'
import { searchres } from './searchres.ts'
import { within } from './within.ts'
import { sort } from './sort.ts'
import { sortDisplay } from './sort-display.ts'
import { threadOrderedSubject } from './thread-orderedsubject.ts'
import { threadReferences } from './thread-references.ts'
import { quota } from './quota.ts'
import { quotaSet } from './quota-set.ts'
import { quotaResStorage } from './quota-res-storage.ts'
import { quotaResMessage } from './quota-res-message.ts'
import { binary } from './binary.ts'

export type { ImapExtension } from './extension.ts'

/** What the server can do beyond IMAP4rev1, in the order it is announced. LITERAL+ and LITERAL- are a choice of the host. */
export const extensions: readonly ImapExtension[] = [
  saslIr,
  enable,
  id,
  idle,
  namespace,
  unselect,
  uidplus,
  move,
  listExtended,
  listStatus,
  specialUse,
  createSpecialUse,
  condstore,
  qresync,
  multiappend,
  catenate,
  objectid,
  utf8Accept,
  statusSize,
  esearch,
  searchres,
  within,
  sort,
  sortDisplay,
  threadOrderedSubject,
  threadReferences,
  quota,
  quotaSet,
  quotaResStorage,
  quotaResMessage,
  binary,
]
