export const words = {
  /** Beside the title, by kind of document. */
  notes: {
    zone: (origin: string, isEditable: boolean) =>
      `${origin} · ${isEditable ? 'published at every change' : 'read only'}`,
    settings: (host: string, isEditable: boolean) =>
      `${host} · settings, ${isEditable ? 'in force at every change' : 'read only'}`,
    message: (name: string, isEditable: boolean) =>
      `${name}.eml · message, ${isEditable ? 'as it will be sent' : 'read only'}`,
  },
  /** In place of that where a text with an error has no effect. */
  notInForce: (host: string) => `${host} · errors: the last good settings stay in force`,
  /** What is edited, as the title. */
  titles: { zone: 'Zone', settings: 'Settings', message: 'Message' },
  /** At a name, what kind of document it is; a zone has none. */
  kinds: { zone: '', settings: 'settings', message: 'message' },
  readOnly: 'read only',
  zones: 'Zone, settings or message',
  advice: (count: number) => `Advice (${count})`,
  undo: 'Undo',
  startOver: 'Start over',
  problems: 'Problems',
  /** Behind a count of them, at a zone's name. */
  problem: (count: number) => (count === 1 ? 'problem' : 'problems'),
  next: 'Go to the next one',
  nextByKey: 'Go to the next one (F8)',
  noProblems: 'No problems',
  reading: 'Reading …',
}
