/** The mailboxes of a bridge as a page reads them: no engine comes with it. */
export { readMailboxes } from '../world/mailboxes-json.ts'
