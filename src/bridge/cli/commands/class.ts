import { defineCommand } from '../../../cli/command.ts'

export const classCommand = defineCommand({
  name: 'class',
  summary: 'serves the playground to a room, and shows on a board how everyone gets on',
  syntax: '[options]',
  about: [
    'One machine serves the playground; students open its link and work in their own browsers. The board shows a dot for each goal that someone meets, who is stuck, and the commonest mistakes. It asks the class questions, and the class follows the presenter’s lesson as long as each wants to.',
    'It listens on the loopback addresses alone until it is given `--host ADDRESS`: an address of this machine in the room’s network, or 0.0.0.0 for all of them. Students join with the code of their link. The link to the board is for the teacher: it lets all do what the teacher can.',
    'There are no accounts. The class is in memory alone, nothing is written, and it is over with Ctrl-C. What travels is not encrypted: a lesson is no place for a real password.',
  ],
  options: {
    host: {
      value: 'ADDRESS',
      times: 'many',
      text: 'listen here in place of the loopback addresses, so that the room can join',
    },
    port: { value: 'NUMBER', text: 'the first port to try (4180); 0 is any free one' },
    name: {
      value: 'NAME',
      times: 'many',
      text: 'what students reach this machine by, for their link: `laptop.local`',
    },
    lesson: { value: 'SLUG', text: 'the lesson that the class begins with' },
    path: { value: 'ID', text: 'the path that the class takes; it begins with its first lesson' },
    site: { value: 'FOLDER', text: 'the built playground' },
    json: { text: 'print the links as a line of JSON' },
  },
  formats: ['text'],
  examples: [
    'helo-world class',
    'helo-world class --host 0.0.0.0 --lesson your-first-spf',
    'helo-world class --host 192.0.2.10 --name laptop.local',
  ],
  // What it takes is loaded only here: the other commands need none of it.
  run: async (args, io) => (await import('../../class/run-class.ts')).runClass(args, io),
})
