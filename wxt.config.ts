import { copyFile, mkdir, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { defineConfig } from 'wxt'
import { manifestCommands } from './lib/background/shortcuts.ts'
import { matchesOf } from './lib/meeting/sites.ts'
import { wordsText } from './scripts/words/files.ts'

const root = fileURLToPath(new URL('.', import.meta.url))

/** The enforceable form of "nothing leaves this computer": no page of ours may connect anywhere but to its own files. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "object-src 'none'",
].join('; ')

/** Files that the offscreen page loads at run time: MediaPipe's SIMD build and the room model. No download, ever. */
const SHIPPED_FILES = [
  [
    'node_modules/@mediapipe/tasks-vision/wasm/vision_wasm_internal.js',
    'wasm/vision_wasm_internal.js',
  ],
  [
    'node_modules/@mediapipe/tasks-vision/wasm/vision_wasm_internal.wasm',
    'wasm/vision_wasm_internal.wasm',
  ],
  ['models/rooms.tflite', 'models/rooms.tflite'],
  ['models/rooms.json', 'models/rooms.json'],
] as const

// One place for everything that the browser is told about the extension. Each permission has its reason in README.md.
export default defineConfig({
  modules: ['@wxt-dev/module-react', '@wxt-dev/webextension-polyfill'],
  manifestVersion: 3,
  imports: false,
  outDir: '.output',
  manifest: {
    name: 'Lesson Steward',
    description:
      "Makes your school's video-lesson policy happen by itself in Google Meet and Microsoft Teams. Nothing leaves your computer.",
    minimum_chrome_version: '148',
    // A private window promises that nothing is kept; this keeps a record.
    incognito: 'not_allowed',
    permissions: ['storage', 'unlimitedStorage', 'sidePanel', 'offscreen', 'scripting', 'alarms'],
    host_permissions: [...matchesOf('meet'), ...matchesOf('teams')],
    // Frames travel to the offscreen page as ImageBitmap; without this they would arrive as {} without an error.
    message_serialization: 'structured_clone',
    content_security_policy: { extension_pages: CONTENT_SECURITY_POLICY },
    // What a school can set for all its computers; read in lib/storage/managed.ts.
    storage: { managed_schema: 'managed-schema.json' },
    action: { default_title: 'Lesson Steward' },
    // Suggestions only: each can be changed or taken away in the browser.
    commands: manifestCommands(),
    icons: { 16: '/icon/16.png', 32: '/icon/32.png', 48: '/icon/48.png', 128: '/icon/128.png' },
  } as Record<string, unknown>,
  hooks: {
    'build:done': async (wxt) => {
      for (const [from, to] of SHIPPED_FILES) {
        const target = join(wxt.config.outDir, to)
        await mkdir(join(target, '..'), { recursive: true })
        await copyFile(join(root, from), target)
      }
      // A language is one file, and read only where it is spoken.
      await mkdir(join(wxt.config.outDir, 'words'), { recursive: true })
      await writeFile(join(wxt.config.outDir, 'words/cy.json'), await wordsText('cy'))
    },
  },
})
