// Who may import whom: the house of docs/architecture.md as rules, checked by `npm run check`.
const SERVICES = 'agents|models|safety|people|accounts|privacy|world|story|messaging|tools|resources|config|telemetry';
const TOP = 'workers|gateway|cli|compose';

module.exports = {
  forbidden: [
    {
      name: 'domain-imports-nothing-of-ours',
      comment: 'domain/ is imported by all and knows nobody; its schemas may use zod.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: { path: '^(src|web|test|bench)/', pathNot: '^src/domain/' },
    },
    {
      name: 'schemas-stay-at-the-edges',
      comment: 'zod adds a megabyte to the workflow bundle, so the words of domain/ and the workflows do without it.',
      severity: 'error',
      from: { path: '^src/(domain/[^/]+[.]ts$|workflows/)' },
      to: { path: '(^src/domain/schemas/|node_modules/zod)' },
    },
    {
      name: 'workflows-are-deterministic',
      comment:
        'The sandbox holds domain/, other workflows and the workflow SDK; of activities only types (scripts/text-rules.mjs).',
      severity: 'error',
      from: { path: '^src/workflows/' },
      to: { pathNot: '^src/(domain|workflows|activities)/|node_modules/@temporalio/(workflow|common)/' },
    },
    {
      name: 'services-know-no-temporal',
      comment: 'Services are plain code; only activities, workers, gateway and client speak to Temporal.',
      severity: 'error',
      from: { path: `^src/(${SERVICES}|turn)/`, pathNot: '^src/privacy/payload-codec[.]ts$' },
      to: { path: 'node_modules/@temporalio/' },
    },
    {
      name: 'the-codec-knows-the-codec-contract-only',
      severity: 'error',
      from: { path: '^src/privacy/payload-codec[.]ts$' },
      to: { path: 'node_modules/@temporalio/', pathNot: 'node_modules/@temporalio/common/' },
    },
    {
      name: 'services-know-nobody-above',
      severity: 'error',
      from: { path: `^src/(${SERVICES}|turn|activities)/` },
      to: { path: `^src/(${TOP}|workflows)/`, pathNot: '^src/config/' },
    },
    {
      name: 'through-the-door',
      comment: 'A room is entered by its index.ts or read by its types.ts; the rest is private.',
      severity: 'error',
      from: { path: '^src/([^/]+)/' },
      to: {
        path: `^src/(${SERVICES}|turn|client)/`,
        pathNot: '^src/$1/|^src/[^/]+/(index|types)[.]ts$|^src/config/[^/]+[.]ts$',
      },
    },
    {
      name: 'client-is-for-any-backend',
      comment: 'SessionClient imports domain/ and the Temporal client, so that a backend of any kind can use it.',
      severity: 'error',
      from: { path: '^src/client/' },
      to: { pathNot: '^src/(client|domain)/|node_modules/@temporalio/(client|common)/', dependencyTypesNot: ['core'] },
    },
    {
      name: 'no-circles',
      severity: 'error',
      from: {},
      // Both take only types from each other.
      to: { circular: true, viaOnly: { pathNot: '^src/privacy/payload-' } },
    },
    {
      name: 'nothing-unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'web/dist' },
    // TypeScript 7 offers no compiler to other programs; swc parses the same language.
    parser: 'swc',
    tsPreCompilationDeps: 'specify',
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
      conditionNames: ['import', 'node', 'default', 'types'],
      exportsFields: ['exports'],
    },
  },
};
