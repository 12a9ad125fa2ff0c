// A browser is found or installed by scripts/lib/browser.mjs; puppeteer must not fetch one by itself.
module.exports = { skipDownload: true }
