/** Above each page. */
export const words = {
  main: 'Main',
  lessons: 'Lessons',
  skills: 'Skills',
  sandbox: 'Sandbox',
  live: 'Live',
  rules: 'Rules',
  skip: 'Skip to the content',
}
