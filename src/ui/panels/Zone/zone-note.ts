import { words } from '#words/zone'
/** What stands beside the title of a zone; the page as it is built has it too. */
export const zoneNote = (origin: string, editable: boolean): string =>
  `${origin} · ${editable ? words.published : words.readOnly}`
