import { nearestVerb, suggestionIn, type Suggestions } from '../../shared/suggest.ts'

const readingIs = 'That is a word of IMAP. Here, LIST and RETR read mail'
const sendingIs = 'That is a word of SMTP. POP3 only fetches mail'

const instead: Suggestions = {
  HELO: sendingIs,
  EHLO: sendingIs,
  MAIL: sendingIs,
  RCPT: sendingIs,
  DATA: sendingIs,
  STARTTLS: 'Here it is called STLS',
  LOGIN: 'Here it is USER, then PASS',
  USERNAME: 'Did you mean USER?',
  PASSWORD: 'Did you mean PASS?',
  CAPABILITY: 'Here it is called CAPA',
  CAPABILITIES: 'Here it is called CAPA',
  SELECT: readingIs,
  FETCH: readingIs,
  SEARCH: readingIs,
  LS: 'Did you mean LIST?',
  DIR: 'Did you mean LIST?',
  READ: 'Did you mean RETR?',
  GET: 'Did you mean RETR?',
  RETRIEVE: 'Did you mean RETR?',
  SHOW: 'Did you mean RETR?',
  DEL: 'Did you mean DELE?',
  DELETE: 'Did you mean DELE?',
  RM: 'Did you mean DELE?',
  UNDELETE: 'Did you mean RSET?',
  RESET: 'Did you mean RSET?',
  HELP: 'CAPA lists what I can do',
  EXIT: 'Did you mean QUIT?',
  BYE: 'Did you mean QUIT?',
  LOGOUT: 'Did you mean QUIT?',
}

/** What a word that is no verb was probably meant for. */
export function suggest(word: string, verbs: readonly string[]): string | undefined {
  const typed = word.replace(/:$/, '')
  const known = suggestionIn(instead, typed)
  if (known) return known
  const near = nearestVerb(typed, verbs)
  return near === undefined ? undefined : `Did you mean ${near}?`
}
