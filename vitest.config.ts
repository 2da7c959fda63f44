import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const strict = ['tests/support/strict.ts']
const servers = 'tests/support/database-servers.ts'
const alias = { '@': fileURLToPath(new URL('.', import.meta.url)) }

/** An odd zone for tests that are run by themselves too; the workers take it from here. */
process.env.TZ ??= 'Asia/Kathmandu'

export default defineConfig({
  resolve: { alias },
  test: {
    // Two cores: one worker for tests, and room for the servers that they talk to.
    maxWorkers: 2,
    projects: [
      {
        resolve: { alias },
        test: {
          name: 'unit',
          include: ['{lib,app,scripts}/**/*.test.ts', 'tests/{domain,io,architecture,docs}/**/*.test.ts'],
          setupFiles: strict,
          // No test is of time: a busy machine may take long over a thousand random values.
          testTimeout: 60_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'db',
          include: ['tests/db/**/*.test.ts'],
          setupFiles: strict,
          globalSetup: servers,
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'http',
          include: ['tests/http/**/*.test.ts', 'tests/e2e/**/*.test.ts'],
          globalSetup: 'tests/support/site.ts',
          testTimeout: 60_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'everyone',
          include: ['tests/e2e/everyone.test.ts'],
          globalSetup: 'tests/support/site.ts',
          env: { EVERY_WAY: 'yes' },
          hookTimeout: 120_000,
        },
      },
      {
        resolve: { alias },
        test: {
          name: 'faults',
          include: ['tests/faults/**/*.test.ts'],
          globalSetup: servers,
          // No test is of time: fifty kills take some minutes, and on a busy machine far more.
          testTimeout: 3_600_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
})
