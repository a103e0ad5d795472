// The records of crisis cases in the graph: what the clinicians' list reads. The case workflow writes them; when and what
// must be done is plain, so that it can be sorted; why, and who holds it, is sealed under the organisation's key.
import type { CrisisCase } from '../../domain/crisis-case.ts';
import { AppError } from '../../domain/errors.ts';
import type { Sealer } from '../../privacy/index.ts';
import type { Graph } from '../../world/types.ts';
import type { CaseRecords } from '../types.ts';

/** Stored in clear: times, level and the pseudonym. */
type ClearPart = Pick<
  CrisisCase,
  | 'caseId'
  | 'number'
  | 'status'
  | 'level'
  | 'sessions'
  | 'openedAt'
  | 'acknowledgeBy'
  | 'contactBy'
  | 'acknowledgedAt'
  | 'releasedAt'
  | 'resolvedAt'
  | 'version'
>;
type SealedPart = Omit<CrisisCase, keyof ClearPart>;

interface StoredCase {
  clear: ClearPart;
  sealedFacts: string;
}

// The time it was opened tells a player's cases apart; their number is for people.
const CONSTRAINTS = [
  'CREATE CONSTRAINT crisis_case IF NOT EXISTS FOR (n:CrisisCase) REQUIRE (n.caseId, n.openedAt) IS UNIQUE',
  'CREATE INDEX crisis_case_open IF NOT EXISTS FOR (n:CrisisCase) ON (n.open)',
];

/** The first SET takes the node's lock: the version read after it is the newest, so an older save changes nothing. */
const SAVE = `
  MERGE (c:CrisisCase {caseId: $clear.caseId, openedAt: $clear.openedAt})
  ON CREATE SET c.version = -1
  SET c.savedAt = $now
  WITH c WHERE c.version < $clear.version
  SET c += $clear, c.sealedFacts = $sealedFacts, c.open = $open, c.deadline = $deadline`;

/** A case whose facts cannot be opened (a lost key, a damaged record) must not take the list away from those who answer
 *  for the others, nor drop out of it: it is shown without its facts, as the gravest kind. */
const UNREADABLE: SealedPart = { kind: 'suicide', evidence: [], heldBy: null, disposition: null };

const COLUMNS = `
  c {.caseId, .number, .status, .level, .sessions, .openedAt, .acknowledgeBy, .contactBy, .acknowledgedAt, .releasedAt,
     .resolvedAt, .version} AS clear,
  c.sealedFacts AS sealedFacts`;

/** A hundred cases are more than a team can look at; the nearest deadlines come first. */
const LIST_LIMIT = 100;

export function createCaseRecords(graph: Graph, sealer: Sealer): CaseRecords {
  let prepared: Promise<void> | undefined;

  async function prepare(): Promise<void> {
    for (const statement of CONSTRAINTS) await graph.run(statement);
  }

  async function run<Row extends object>(statement: string, parameters: Record<string, unknown>): Promise<Row[]> {
    prepared ??= prepare().catch((error: unknown) => {
      prepared = undefined;
      throw error;
    });
    await prepared;
    return graph.run<Row>(statement, parameters);
  }

  const field = (clear: ClearPart): string => `case/${clear.caseId}/${clear.openedAt}/facts`;

  async function opened({ clear, sealedFacts }: StoredCase): Promise<CrisisCase> {
    try {
      // Sealed by save, so its shape is known.
      return { ...clear, ...(JSON.parse(await sealer.open('organisation', field(clear), sealedFacts)) as SealedPart) };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { ...clear, ...UNREADABLE };
    }
  }

  return {
    async save(found) {
      const { kind, evidence, heldBy, disposition, ...clear } = found;
      const facts: SealedPart = { kind, evidence, heldBy, disposition };
      await run(SAVE, {
        clear,
        sealedFacts: await sealer.seal('organisation', field(clear), JSON.stringify(facts)),
        open: found.status !== 'resolved',
        deadline: deadlineOf(found),
        now: Date.now(),
      });
    },

    async get(caseId) {
      const [row] = await run<StoredCase>(
        `MATCH (c:CrisisCase {caseId: $caseId}) RETURN ${COLUMNS} ORDER BY c.openedAt DESC LIMIT 1`,
        { caseId },
      );
      return row === undefined ? null : opened(row);
    },

    async list({ status, players, limit = LIST_LIMIT }) {
      const wanted = [
        ...(status === 'open' ? ['c.open = true'] : []),
        ...(players === undefined ? [] : ['c.caseId IN $given.players']),
      ];
      const rows = await run<StoredCase>(
        `MATCH (c:CrisisCase) ${wanted.length === 0 ? '' : `WHERE ${wanted.join(' AND ')}`}
         RETURN ${COLUMNS} ORDER BY c.open DESC, c.deadline, c.openedAt LIMIT toInteger($given.limit)`,
        { given: { players: players ?? [], limit } },
      );
      return Promise.all(rows.map(opened));
    },
  };
}

/** By when somebody has to act next: nobody has acknowledged it yet, or whoever did owes a contact. */
function deadlineOf(found: CrisisCase): number {
  return found.acknowledgedAt === null ? found.acknowledgeBy : (found.contactBy ?? found.acknowledgeBy);
}
