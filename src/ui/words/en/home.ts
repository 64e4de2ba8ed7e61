/** The home page. What stands in `[…](1)` is marked: the page says how. */
export const words = {
  title: 'HELO World: learn how mail works by sending it yourself',
  description:
    'Type real SMTP at simulated servers, publish DNS zones on an Internet of your own, and see why each message arrives, lands in junk or is rejected.',
  headline: 'Learn how mail works by [sending it yourself.](1)',
  begin: 'Begin here',
  noAccount: 'No account, nothing to install',
  start: 'Start →',
  dueToday: 'Due today',
  /** The line that a server answers. */
  tryTitle: 'A server listens. Say EHLO to it',
  said: 'What was said',
  tryLine: 'A line to mx.example.net',
  tryThis: 'EHLO your-name',
  enter: 'Enter',
  postmark: 'A postmark: HELO World, port 25, RFC 821, August 1982',
  postmarkRim: 'HELO WORLD ✳ PORT 25 ✳',
  postmarkDate: 'AUG 1982',
  session: 'An SMTP session, line by line',
  /** The message in it. */
  who: 'The Queen',
  subjects: 'All loyal subjects',
  subject: 'Your knighthood',
  body: 'Arise, Sir Bob.',
  caption:
    '[The envelope](1) says Ann wrote. The [message](2) says the Queen did. The server took both: that is why SPF, DKIM and DMARC exist.',
  course: 'The course',
  beside: 'Beside the course',
  sandbox: 'Sandbox',
  aboutSandbox: 'Your own zones, senders and messages. Nothing to solve.',
  live: 'Live',
  reports: 'Reports',
  aboutReports: 'What receivers write about your mail, read.',
  aboutLive: 'swaks, mutt or Thunderbird talk to the same servers.',
  rules: 'Rules',
  aboutRules: 'What is checked in zones and messages, with its sections.',
  colophon: 'Everything runs in this page, and what you do is kept in this browser only.',
  /** How far a lesson, a module or all of the course is. */
  lessonsDone: (done: number, all: number) => `${done} of ${all} lessons done`,
  lessonDone: '✓ done',
  lessonMastered: '✓ mastered',
  lessonDue: '↻ review today',
  lessonShown: 'once more, without help',
  atStep: (step: number, all: number) => `step ${step} of ${all}`,
  begun: 'begun',
  next: 'next',
  moduleDone: '✓ done',
  doneOf: (done: number, all: number) => `${done} of ${all}`,
  /** Ways through the course. */
  paths: 'What brings you here?',
  onPath: (place: number, all: number) => `${place} of ${all} on your path`,
  pathSoFar: (done: number, all: number, minutes: number) =>
    done === all
      ? `All ${all} lessons of this path done`
      : `${done} of ${all} lessons of this path done · about ${minutes} min left`,
  pathDone: (title: string) => `Path done: ${title}. Go on`,
  skills: 'Skills',
  aboutSkills: 'What you can do, what is due, and a record of it.',
  /** Where the large link leads. */
  allDone: 'All lessons done',
  theSandbox: 'The sandbox',
  ofYourOwn: 'Zones, senders and messages of your own',
  goOn: 'Go on',
  goOnNow: 'Go on →',
  aboutMinutes: (module: string, minutes: number) => `${module} · about ${minutes} minutes`,
  continue: 'Continue',
  continueNow: 'Continue →',
  minutesLeft: (module: string, minutes: number) => `${module} · about ${minutes} min left`,
  stepAndMinutesLeft: (module: string, step: number, all: number, minutes: number) =>
    `${module} · step ${step} of ${all} · about ${minutes} min left`,
  more: (count: number) => `and ${count} more, amber on the map`,
  doneDaysAgo: (module: string, days: number) =>
    `${module} · done ${days > 1 ? `${days} days ago` : 'yesterday'}`,
  missedOf: (module: string, count: number) =>
    `${module} · ${count === 1 ? 'one thing' : `${count} things`} missed`,
  review: 'Review',
  reviewOf: (lesson: string) => `Review ${lesson}`,
  notReached: 'The server could not be reached. Try again.',
  beginTry: 'Begin',
  /** A link to the first lesson stands behind. */
  realAnswer: 'That was a real server’s answer. Go on:',
}
