import '../../selftest/selftest.css'

export { SelfTestPage } from '../../selftest/SelfTestPage.tsx'
