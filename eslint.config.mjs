// Lint is where the rules of the house are kept: which room may touch what. See docs/architecture.md.
import globals from 'globals'
import tseslint from 'typescript-eslint'
import reactHooks from 'eslint-plugin-react-hooks'

const PURE_ROOMS = [
  'lib/meeting/**',
  'lib/register/**',
  'lib/protocol/**',
  'lib/session/**',
  'lib/record/**',
  'lib/views/**',
  'lib/selftest/**',
  'lib/practice/**',
  'lib/welcome/**',
  'lib/vision/verdict*.ts',
  'lib/vision/scene.ts',
]
/** The one storage edge inside a pure room. */
const NOT_PURE = ['lib/session/journal.ts']

const syntax = {
  markup: {
    selector:
      "MemberExpression[property.name=/^(innerHTML|outerHTML)$/], CallExpression[callee.property.name='insertAdjacentHTML'], JSXAttribute[name.name='dangerouslySetInnerHTML']",
    message:
      'No markup from strings: names from a page are text nodes, and both sites enforce Trusted Types.',
  },
  sender: {
    selector:
      "MemberExpression[object.name='sender'], MemberExpression[object.property.name='sender']",
    message: 'Who sent a message is decided in lib/bus/proof.ts alone.',
  },
  query: {
    selector:
      'CallExpression[callee.property.name=/^(querySelector|querySelectorAll|closest|matches|getElementsByClassName|getElementsByTagName|getElementById)$/]',
    message: 'Only lib/platforms may look things up in a page.',
  },
  clock: {
    selector:
      "CallExpression[callee.object.name='Date'][callee.property.name='now'], NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Pure rooms have no clock: `now` is a parameter.',
  },
  random: {
    selector:
      "CallExpression[callee.object.name='Math'][callee.property.name='random'], CallExpression[callee.object.name='crypto']",
    message: 'Pure rooms have no randomness.',
  },
  straight: {
    selector:
      "Literal[value=/[a-z]'(?:[a-z]|\\s)/i], TemplateElement[value.cooked=/[a-z]'(?:[a-z]|\\s)/i], JSXText[value=/[a-z]'(?:[a-z]|\\s)/i]",
    message: 'Text for people has curly apostrophes (’), see docs/wording.md.',
  },
  enums: { selector: 'TSEnumDeclaration', message: 'Unions instead of enums.' },
}
const restrict = (...rules) => ['error', ...rules]

export default tseslint.config(
  {
    ignores: [
      '.output/**',
      '.wxt/**',
      'out/**',
      'node_modules/**',
      'models/training/**',
      'test/sites/meet/page/**',
    ],
  },
  {
    files: ['**/*.{ts,tsx}'],
    extends: [...tseslint.configs.recommendedTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false } },
      ],
    },
  },
  {
    files: ['lib/**/*.{ts,tsx}', 'components/**/*.{ts,tsx}', 'entrypoints/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': restrict(
        syntax.markup,
        syntax.sender,
        syntax.query,
        syntax.enums,
        syntax.straight,
      ),
    },
  },
  {
    files: PURE_ROOMS,
    ignores: NOT_PURE,
    languageOptions: { globals: {} },
    rules: {
      'no-restricted-syntax': restrict(
        syntax.markup,
        syntax.sender,
        syntax.query,
        syntax.enums,
        syntax.clock,
        syntax.random,
        syntax.straight,
      ),
      'no-restricted-globals': [
        'error',
        ...[
          'document',
          'window',
          'navigator',
          'location',
          'localStorage',
          'indexedDB',
          'fetch',
          'chrome',
          'browser',
        ].map((name) => ({
          name,
          message: 'Pure rooms know no page, no browser and no network.',
        })),
        ...['setTimeout', 'setInterval', 'requestAnimationFrame', 'performance'].map((name) => ({
          name,
          message: 'Pure rooms have no clock.',
        })),
      ],
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            {
              group: [
                '**/bus/browser*',
                '**/platforms/**',
                '**/observe/**',
                '**/background/**',
                '**/desk/**',
                '**/components/**',
                'wxt',
                'wxt/*',
                'react',
                'webextension-polyfill',
                'dexie',
              ],
              message: 'Pure rooms import only other pure rooms.',
              allowTypeImports: true,
            },
          ],
        },
      ],
    },
  },
  {
    files: ['lib/meeting/**'],
    rules: {
      'no-restricted-imports': [
        'error',
        { patterns: [{ group: ['../*'], message: 'The vocabulary imports nothing.' }] },
      ],
    },
  },
  // The two places that may: pages are read in lib/platforms, senders are proven in lib/bus.
  {
    files: ['lib/platforms/**/*.ts'],
    rules: { 'no-restricted-syntax': restrict(syntax.markup, syntax.sender, syntax.enums) },
  },
  {
    files: ['lib/bus/**/*.ts'],
    rules: { 'no-restricted-syntax': restrict(syntax.markup, syntax.query, syntax.enums) },
  },
  // Our own pages and our own shadow root are not the meeting page.
  {
    files: ['entrypoints/*/main.tsx', 'components/**/*.{ts,tsx}'],
    rules: {
      'no-restricted-syntax': restrict(syntax.markup, syntax.sender, syntax.enums, syntax.straight),
    },
  },
  {
    files: ['**/*.tsx'],
    plugins: { 'react-hooks': reactHooks },
    rules: { ...reactHooks.configs.recommended.rules },
  },
  {
    files: ['test/**/*.{ts,tsx}', 'scripts/**/*.ts'],
    rules: {
      'no-restricted-syntax': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/unbound-method': 'off',
    },
  },
  {
    files: ['**/*.{mjs,cjs}'],
    languageOptions: { globals: { ...globals.node, ...globals.browser } },
  },
)
