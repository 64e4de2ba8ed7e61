import DefaultTheme from 'vitepress/theme'
import '../../helo-world.css'

export default DefaultTheme
