/** The slots of the desk, and the world of the sandbox in the first of them. */
export const words = {
  /** What the page is called where there is no lesson. */
  sandbox: 'The sandbox',
  step: 'Step',
  world: 'World',
  do: 'Do',
  see: 'See',
  parts: 'Parts of the desk',
  /** Behind how much of a part did. */
  changed: 'changed',
}
