/** Above each page. */
export const words = {
  main: 'Main',
  lessons: 'Lessons',
  skills: 'Skills',
  sandbox: 'Sandbox',
  check: 'Check yours',
  write: 'Write a record',
  live: 'Live',
  rules: 'Rules',
  find: 'Find',
  skip: 'Skip to the content',
}
