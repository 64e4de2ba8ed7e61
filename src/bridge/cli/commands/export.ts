import { defineCommand } from '../../../cli/command.ts'

export const exportCommand = defineCommand({
  name: 'export',
  summary: 'packs a lesson or a path for a learning system: SCORM 1.2, SCORM 2004 or cmi5',
  syntax: 'LESSON|PATH --format FORMAT [options]',
  about: [
    'Writes a ZIP file that a learning system takes as it is: the playground for that lesson, or for each lesson of that path, with all that it needs. It asks no other host for anything. A path has an entry a lesson, in its order, and none of them asks for another first.',
    'It reports progress, score, time and the first answer to each question. The system keeps the work, which goes on at the next visit. The score is the share of goals and questions that were done without the last hint of their step, which shows the line itself.',
    'cmi5 names lessons by addresses, so it wants `--base`. Statements of what learners hand in are made by `helo-world grade --format xapi`.',
  ],
  options: {
    out: { value: 'FILE', text: 'the file that is written; `LESSON-FORMAT.zip` here by default' },
    base: {
      value: 'URL',
      text: 'where your playground is: links lead there, and cmi5 names lessons below it. Without it a package has no links to it',
    },
    mastery: {
      value: 'SCORE',
      text: 'the score that is needed to pass, from 0 to 100; without it who has done all has passed',
    },
    language: { value: 'LANGUAGE', text: '`en` (the default) or `de`' },
    site: { value: 'FOLDER', text: 'the built playground' },
  },
  formats: ['scorm12', 'scorm2004', 'cmi5'],
  examples: [
    'helo-world export speak-smtp --format scorm12',
    'helo-world export an-hour --format scorm2004 --mastery 80 --out mail.zip',
    'helo-world export your-first-spf --format cmi5 --base https://learn.example.org/ --language de',
  ],
  // What it takes is loaded only here: the other commands need none of it.
  run: async (args, io) => (await import('../../export/run-export.ts')).runExport(args, io),
})
