import { commandIndex } from '../../shared/command-index.ts'
import type { Command } from '../server/command.ts'
import { append } from './append.ts'
import { authenticate } from './authenticate.ts'
import { capability } from './capability.ts'
import { check } from './check.ts'
import { close } from './close.ts'
import { copy, uidCopy } from './copy.ts'
import { create } from './create.ts'
import { deleteMailbox } from './delete.ts'
import { enable } from './enable.ts'
import { expunge, uidExpunge } from './expunge.ts'
import { fetch, uidFetch } from './fetch.ts'
import { id } from './id.ts'
import { idle } from './idle.ts'
import { listCommand } from './list.ts'
import { login } from './login.ts'
import { logout } from './logout.ts'
import { lsub } from './lsub.ts'
import { move, uidMove } from './move.ts'
import { namespace } from './namespace.ts'
import { noop } from './noop.ts'
import { rename } from './rename.ts'
import { examine, select } from './select.ts'
import { search, uidSearch } from './search.ts'
import { getQuota, getQuotaRoot, setQuota } from './quota.ts'
import { sort, uidSort } from './sort.ts'
import { thread, uidThread } from './thread.ts'
import { starttls } from './starttls.ts'
import { status } from './status.ts'
import { store, uidStore } from './store.ts'
import { subscribe, unsubscribe } from './subscribe.ts'
import { unselect } from './unselect.ts'

/** Every command the server knows, in the order of RFC 9051 §6. */
export const commands: readonly Command[] = [
  capability,
  noop,
  logout,
  id,
  starttls,
  authenticate,
  login,
  enable,
  select,
  examine,
  create,
  deleteMailbox,
  rename,
  subscribe,
  unsubscribe,
  listCommand,
  lsub,
  namespace,
  status,
  append,
  idle,
  close,
  unselect,
  expunge,
  check,
  search,
  sort,
  thread,
  fetch,
  store,
  copy,
  move,
  uidFetch,
  uidStore,
  uidCopy,
  uidMove,
  uidExpunge,
  uidSearch,
  uidSort,
  uidThread,
  getQuota,
  getQuotaRoot,
  setQuota,
]

/** Finds a command by its verb, in any case; `UID FETCH` has one space. */
export const commandNamed = commandIndex(commands)
