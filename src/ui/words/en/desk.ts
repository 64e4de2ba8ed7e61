/** The slots of the desk, and the world of the sandbox in the first of them. */
export const words = {
  step: 'Step',
  world: 'World',
  do: 'Do',
  see: 'See',
  parts: 'Parts of the desk',
  /** Behind how much of a part did. */
  changed: 'changed',
}
