/** Working without a network: the page about it, and what is offered on others. */
export const words = {
  title: 'Without a network',
  description:
    'HELO World works without a network after the first visit: what this browser keeps for that, and how to remove it.',
  lead: 'After the first visit this browser keeps a copy of the site. Lessons, the sandbox and all tools then work on a train, on a plane, and in a room with bad reception.',
  missing: 'That page is not in the copy that this browser keeps, and there is no network.',
  copyTitle: 'The copy in this browser',
  noScript: 'A script keeps the copy. Without scripts there is none.',
  whole: 'It is complete: every page in this language works without a network.',
  part: 'It holds what was used so far, since this browser asks to save data.',
  none: 'There is none yet. It comes while a page is open and has nothing better to do.',
  off: 'It was removed, and will not come back until you ask for it.',
  /** Why there cannot be one. */
  cannot: {
    browser: 'This browser keeps none: it has no service workers, or its private mode has none.',
    bridge: 'This page comes from a bridge on your own machine, which needs no network.',
    frame: 'This page is part of another one. A copy is kept only when it is opened by itself.',
    dev: 'The development server keeps none.',
  },
  fill: 'Keep all of it',
  filling: 'Fetching …',
  notFilled: 'Not all of it could be fetched. What came is kept; try again later.',
  remove: 'Remove the copy',
  removed: 'The copy is removed. Your work is still here.',
  worksTitle: 'What works',
  works:
    'Everything but what is named below: each lesson, its variants, the sandbox and its worlds, checking, writing records, reports, the glossary and all links to a state. The larger editor is kept once you have used it; until then a plain field stands in its place. It is the language that you read in; another one comes along once you open a page of it.',
  needsTitle: 'What needs a network',
  needs:
    'The text of an RFC opens at rfc-editor.org. [Live](1) takes the project itself, which is fetched once; then it needs none either.',
  appTitle: 'As an app',
  app: 'The browser’s menu puts it on the home screen or among the programs (“Install”, “Add to Home Screen”, “Add to Dock”).',
  updateTitle: 'A newer version',
  update:
    'It is fetched in the background and offered above the page. It comes when you take it, or when all pages are closed; nothing is loaded anew under your hands.',
  /** At the foot of the home page. */
  link: 'Works without a network',
  linkWhole: '✓ Works without a network',
  /** Above a page, when a newer version is there. */
  newer: 'A newer version is here.',
  gone: 'A part of this page is of an older version, and gone.',
  load: 'Load it',
  reload: 'Load the page again',
  later: 'Not now',
  /** On the page Live. */
  live: 'You are without a network. Live takes the project on your own machine, which is fetched once; all else here works without.',
}
