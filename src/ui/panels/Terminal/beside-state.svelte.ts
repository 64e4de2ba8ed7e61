/** What the tools of the terminal and those who show several of them know of each other. */
class Beside {
  /** The button by which somebody wished for one more: the hosts are offered below it. */
  wish = $state.raw<HTMLElement>()
  /** The number of the terminal that is shown; 1 is the first. */
  shown = $state(1)
}

export const beside = new Beside()
