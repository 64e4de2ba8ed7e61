/** What stands beside the title of a zone; the page as it is built has it too. */
export const zoneNote = (origin: string, editable: boolean): string =>
  `${origin} · ${editable ? 'published at every change' : 'read only'}`
