import type { KindName } from './protocol.ts'
import type { SiteLanguage } from './own-site.ts'

/** The few sentences that are said outside of a frame. */
interface EmbedWords {
  readonly titles: Readonly<Record<KindName, string>>
  readonly open: string
  readonly failed: string
  readonly other: string
  readonly site: string
  readonly playground: string
}

export const embedWords: Readonly<Record<SiteLanguage, EmbedWords>> = {
  en: {
    titles: {
      zone: 'A zone to try (HELO World)',
      smtp: 'A mail session to type (HELO World)',
      terminal: 'A terminal to try (HELO World)',
      transcript: 'A mail session to play (HELO World)',
      message: 'A message, explained (HELO World)',
      lesson: 'A lesson (HELO World)',
    },
    open: 'Try it',
    failed: 'This could not be opened here: the network or a policy of this page is in the way.',
    other: 'This page has another version of the widget than its site: reload the page.',
    site: 'This widget does not know its site: give it the attribute site="https://…/".',
    playground: 'Open the playground',
  },
  de: {
    titles: {
      zone: 'Eine Zone zum Ausprobieren (HELO World)',
      smtp: 'Eine Mail-Sitzung zum Tippen (HELO World)',
      terminal: 'Ein Terminal zum Ausprobieren (HELO World)',
      transcript: 'Eine Mail-Sitzung zum Abspielen (HELO World)',
      message: 'Eine erklärte Nachricht (HELO World)',
      lesson: 'Eine Lektion (HELO World)',
    },
    open: 'Ausprobieren',
    failed:
      'Das ließ sich hier nicht öffnen: Das Netz oder eine Richtlinie dieser Seite steht im Weg.',
    other: 'Diese Seite hat eine andere Version des Widgets als seine Website: Lade die Seite neu.',
    site: 'Dieses Widget kennt seine Website nicht: Gib ihm das Attribut site="https://…/".',
    playground: 'Playground öffnen',
  },
}
