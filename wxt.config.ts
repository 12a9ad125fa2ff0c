import { defineConfig } from 'wxt'

// One place for everything the browser is told about the extension. Each permission has its reason in README.md.
export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  imports: false,
  outDir: '.output',
})
