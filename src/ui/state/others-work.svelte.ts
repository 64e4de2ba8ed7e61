/** Whether the page shows work that is not its learner's: nothing of it counts as theirs. */
class OthersWork {
  isShown = $state(false)
}

export const othersWork = new OthersWork()
