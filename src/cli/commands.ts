// The table of `tta` commands. Each is loaded only when it is asked for, so that the small ones start at once.

export interface Command {
  name: string;
  /** Shown after the name in the help. */
  usage?: string;
  summary: string;
  /** Absent: the command belongs to a later version. Returns the exit code. */
  run?: (args: readonly string[]) => Promise<number>;
}

export const COMMANDS: readonly Command[] = [
  {
    name: 'dev',
    usage: '[--parts] [--verbose]',
    summary: 'the whole system on this machine, until Ctrl-C; --parts: its servers only',
    run: async (args) => (await import('./dev.ts')).dev(args),
  },
  {
    name: 'worker',
    summary: 'a worker process beside servers named in the environment',
    run: async () => (await import('./processes.ts')).worker(),
  },
  {
    name: 'gateway',
    summary: 'a gateway process beside servers named in the environment',
    run: async () => (await import('./processes.ts')).gateway(),
  },
  {
    name: 'token',
    usage: '--role player|clinician|supervisor|operator --subject ID',
    summary: 'a signed bearer token for this local installation',
    run: async (args) => (await import('./token.ts')).token(args),
  },
  {
    name: 'screen',
    summary: 'screens JSON lines from standard input, as the running system would',
    run: async () => (await import('./screen.ts')).screen(),
  },
  {
    name: 'config check',
    usage: '[FILE]',
    summary: 'checks tta_config.yaml and says what is wrong where',
    run: async (args) => (await import('./config-check.ts')).configCheck(args),
  },
  {
    name: 'model install',
    summary: 'fetches a small language model and its engine (180 MB), and prints the MODEL_URL to use',
    run: async () => (await import('./model.ts')).install(),
  },
  {
    name: 'drill',
    usage: '[--level moderate|high|critical] [--api URL] [--token T]',
    summary: 'rehearses a crisis on a running installation; everything it sends says DRILL',
    run: async (args) => (await import('./drill.ts')).drill(args),
  },
  {
    name: 'story new',
    usage: 'ID [--dir DIR]',
    summary: 'a small world to begin from; docs/authoring.md goes on from there',
    run: async (args) => (await import('./story/new.ts')).create(args),
  },
  {
    name: 'story lint',
    usage: '[FOLDER|ID ...]',
    summary: 'what to mend in a world before anybody plays it; exit code 1 for errors, not for warnings',
    run: async (args) => (await import('./story/lint.ts')).lint(args),
  },
  {
    name: 'story play',
    usage: 'FOLDER|ID [--reload] [--seed TEXT]',
    summary: 'a world in the terminal, without any server; --reload takes up changes between turns',
    run: async (args) => (await import('./story/play.ts')).play(args),
  },
  {
    name: 'story coverage',
    usage: 'FOLDER|ID [--walks N] [--turns N] [--seed N]',
    summary: 'seeded random playthroughs, and what in the world they never met or were told twice',
    run: async (args) => (await import('./story/coverage.ts')).coverage(args),
  },
  { name: 'session', usage: 'list|show|replay|fork', summary: 'looks into sessions' },
  {
    name: 'audit verify',
    usage: '[--state DIR] [--writer PREFIX]',
    summary: 'verifies the audit chains; exit code 1 when something is wrong with one',
    run: async (args) => (await import('./audit.ts')).verify(args),
  },
  {
    name: 'audit anchor',
    usage: '[--state DIR]',
    summary: 'writes the heads of the audit chains to the state directory now, as is done every hour',
    run: async (args) => (await import('./audit.ts')).anchor(args),
  },
  {
    name: 'audit export',
    usage: '[--from TIME] [--to TIME] [--writer PREFIX]',
    summary: 'the audit records with their heads as JSON lines',
    run: async (args) => (await import('./audit.ts')).exportRecords(args),
  },
  { name: 'world', usage: 'check|repair', summary: 'checks a world for contradictions, and mends them' },
  { name: 'messages', usage: 'dead|redrive', summary: 'messages that could not be delivered' },
  { name: 'agents', summary: 'the agents that are registered' },
  { name: 'tools', summary: 'the tools that are registered' },
  { name: 'resources', summary: 'what the machine has and who uses it' },
  { name: 'report', summary: 'reports on safety and capacity' },
];
