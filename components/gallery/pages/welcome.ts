import '../../welcome/welcome.css'

export { WelcomePage } from '../../welcome/WelcomePage.tsx'
