import '../../options/options.css'

export { OptionsPage } from '../../options/OptionsPage.tsx'
