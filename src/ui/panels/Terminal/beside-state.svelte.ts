/** What the tools of the terminal and those who show several of them know of each other. */
class Beside {
  /** The button by which somebody wished for one more: the hosts are offered below it. */
  wish = $state.raw<HTMLElement>()
}

export const beside = new Beside()
