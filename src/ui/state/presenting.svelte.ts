/** Whether the desk is shown to a hall: large, one slot at a time, without goals and hints. */
class Presenting {
  isOn = $state(false)

  toggle(): void {
    this.isOn = !this.isOn
    document.documentElement.toggleAttribute('data-present', this.isOn)
  }
}

export const presenting = new Presenting()
