import { defineBackground } from 'wxt/utils/define-background'
import { wireBackground } from '../lib/background/wire.ts'

export default defineBackground({
  type: 'module',
  main: () => {
    wireBackground()
  },
})
