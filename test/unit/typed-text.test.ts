import { describe, expect, it } from 'vitest'
import { filesIn, textOf } from '../support/sources.ts'

/**
 * What a teacher types here is about children. Browsers can send typed text to their maker to have its spelling looked at or to suggest
 * words ("enhanced spell check", writing suggestions), and keep what was typed in a form to offer it again: a page has to opt out.
 */
describe('what is typed', async () => {
  const pages = await filesIn(['entrypoints'], /\.html$/u)
  const components = await filesIn(['components'], /\.tsx$/u)

  // T-29
  it.each(pages)('is looked at by no spelling service in %s', async (page) => {
    const [html = ''] = (await textOf(page)).match(/<html[^>]*>/u) ?? []
    expect(html).toContain('spellcheck="false"')
    expect(html).toContain('writingsuggestions="false"')
  })

  // T-29
  it('nowhere asks for a spelling service again, and no form lets the browser keep it', async () => {
    let forms = 0
    for (const file of components) {
      const text = await textOf(file)
      expect(text, file).not.toMatch(/spellCheck(?!=\{false\})|spellcheck/u)
      for (const [form] of text.matchAll(/<form\b[^>]*/gu)) {
        forms += 1
        expect(form, `a form in ${file}`).toContain('autoComplete="off"')
      }
    }
    expect(pages.length).toBeGreaterThan(5)
    expect(forms).toBeGreaterThan(5)
  })
})
