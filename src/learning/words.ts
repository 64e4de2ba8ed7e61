/** The few sentences that a page in a learning system says itself. */
export interface LearningWords {
  readonly lesson: string
  readonly waiting: string
  readonly progress: (done: number, of: number) => string
  readonly recorded: string
  readonly complete: string
  readonly notRecorded: string
  /** Of an attempt that is only looked at. */
  readonly looking: string
  readonly leave: string
  readonly left: string
  readonly alone: string
  readonly lost: string
  readonly back: string
  readonly broken: string
  readonly newer: string
  readonly tooLong: string
  readonly begunAnew: string
  readonly frame: string
  readonly noScript: string
}

export const learningWords: Readonly<Record<string, LearningWords>> = {
  en: {
    lesson: 'The lesson',
    waiting: 'Your learning system is asked for what you have done …',
    progress: (done, of) => `${done} of ${of} done`,
    recorded: 'Recorded',
    complete: 'Complete, and recorded',
    notRecorded: 'Not recorded',
    looking: 'You look at this lesson again: nothing is recorded.',
    leave: 'Leave the lesson',
    left: 'This session is over. What you do from here on is not recorded: open the lesson anew.',
    alone: 'You can go on; your learning system did not answer, so nothing is recorded.',
    lost: 'You can go on; your learning system does not take what you do just now. It is tried again.',
    back: 'Your learning system answers again: all that you did is recorded.',
    broken:
      'What your learning system had kept of this lesson could not be read, so the lesson begins anew. It stays as it is until you do something here.',
    newer:
      'A later version of this lesson has kept your work, which this one cannot read. The lesson begins anew; what was kept stays as it is until you do something here.',
    tooLong:
      'Your learning system has no room for all that you typed. What is done counts and stays done; if you leave, the next visit begins the lesson anew, at the step that is open.',
    begunAnew:
      'Your learning system had no room for all that you typed last time. What is done counts and stays done; the lesson begins anew, at the step that is open.',
    frame:
      'The lesson could not be opened: a file of the package is missing, or a policy is in the way.',
    noScript: 'This lesson needs a script, which is turned off.',
  },
  de: {
    lesson: 'Die Lektion',
    waiting: 'Dein Lernsystem wird gefragt, was du schon getan hast …',
    progress: (done, of) => `${done} von ${of} erledigt`,
    recorded: 'Festgehalten',
    complete: 'Geschafft und festgehalten',
    notRecorded: 'Nicht festgehalten',
    looking: 'Du siehst dir diese Lektion noch einmal an: Nichts wird festgehalten.',
    leave: 'Lektion verlassen',
    left: 'Diese Sitzung ist zu Ende. Was du ab jetzt tust, wird nicht festgehalten: Öffne die Lektion neu.',
    alone:
      'Du kannst weitermachen; dein Lernsystem hat nicht geantwortet, darum wird nichts festgehalten.',
    lost: 'Du kannst weitermachen; dein Lernsystem nimmt gerade nicht an, was du tust. Es wird wieder versucht.',
    back: 'Dein Lernsystem antwortet wieder: Alles, was du getan hast, ist festgehalten.',
    broken:
      'Was dein Lernsystem von dieser Lektion behalten hat, ließ sich nicht lesen, darum beginnt die Lektion von vorn. Es bleibt, wie es ist, bis du hier etwas tust.',
    newer:
      'Eine spätere Version dieser Lektion hat deine Arbeit behalten, und diese kann sie nicht lesen. Die Lektion beginnt von vorn; was behalten wurde, bleibt, wie es ist, bis du hier etwas tust.',
    tooLong:
      'Dein Lernsystem hat nicht genug Platz für alles, was du getippt hast. Was erledigt ist, zählt und bleibt erledigt; wenn du gehst, beginnt die Lektion beim nächsten Mal von vorn, bei dem offenen Schritt.',
    begunAnew:
      'Dein Lernsystem hatte letztes Mal nicht genug Platz für alles, was du getippt hast. Was erledigt ist, zählt und bleibt erledigt; die Lektion beginnt von vorn, bei dem offenen Schritt.',
    frame:
      'Die Lektion ließ sich nicht öffnen: Eine Datei des Pakets fehlt, oder eine Richtlinie steht im Weg.',
    noScript: 'Diese Lektion braucht ein Skript, und Skripte sind abgeschaltet.',
  },
}

export const wordsIn = (language: string): LearningWords =>
  learningWords[language] ?? learningWords['en']!
